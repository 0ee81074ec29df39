/**
 * What is said to people, in their language. All others make {@linkplain miniredis.spec.message.Message messages}, which are values;
 * only {@link miniredis.spec.message.Messages} makes text of them.
 */
package miniredis.spec.message;
