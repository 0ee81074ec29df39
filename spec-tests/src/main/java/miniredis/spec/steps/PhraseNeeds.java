package miniredis.spec.steps;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a phrase needs that its arguments don't tell: clients, commands and departures are seen there. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface PhraseNeeds {
    /** Commands that it sends and does not name. */
    String[] sends() default {};

    /** Its block holds requests, or its table commands. */
    boolean sendsBlock() default false;

    /** It takes until a lifetime is over, or nearly so. */
    boolean waits() default false;

    /** Clients disconnect while it is carried out. */
    boolean departs() default false;

    /** It leaves replies unread until no more fit into the connection. */
    boolean leavesUnread() default false;

    /** Its first number is a number of clients. */
    boolean manyClients() default false;
}
