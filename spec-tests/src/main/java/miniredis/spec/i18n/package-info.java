/**
 * What is said to people, in their language. All other packages make {@linkplain miniredis.spec.i18n.Message messages}, which are
 * values; only {@link miniredis.spec.i18n.Messages} makes text of them.
 */
package miniredis.spec.i18n;
