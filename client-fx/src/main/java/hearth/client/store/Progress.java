package hearth.client.store;

/** How far something that the user did has come, as it is known after a restart. */
public sealed interface Progress {

    /** To be sent; where that was done already, doing it again is as once. */
    record Waiting() implements Progress {}

    /** It was sent once, and whether it arrived nobody was told: sent again, it could stand there twice. */
    record Unconfirmed() implements Progress {}

    /** Refused for good. */
    record Failed(String code) implements Progress {}
}
