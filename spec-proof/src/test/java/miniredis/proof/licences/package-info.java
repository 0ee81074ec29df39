/** What is handed out besides code: licences. */
package miniredis.proof.licences;
