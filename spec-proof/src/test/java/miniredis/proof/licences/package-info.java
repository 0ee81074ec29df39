/** What is published besides code: licences. */
package miniredis.proof.licences;
