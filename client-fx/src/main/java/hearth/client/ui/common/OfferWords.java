package hearth.client.ui.common;

import hearth.client.i18n.Messages;

/** Says what a server cannot do, where somebody would count on it. */
public final class OfferWords {
    private final Messages messages;

    /** Says it in this language. */
    public OfferWords(Messages messages) {
        this.messages = messages;
    }

    /**
     * Under the name of a room without a topic; empty where there is nothing to say.
     *
     * @param elsewhere whether it is the lobby, and the user is in other rooms too
     */
    public String room(Offers offers, boolean elsewhere) {
        if (offers.roomCare()) {
            return messages.text("header.no-topic");
        }
        if (offers.oneRoom()) {
            return messages.text("offers.one-room");
        }
        if (offers.placesUntold()) {
            return messages.text(elsewhere ? "offers.places.elsewhere" : "offers.places");
        }
        return offers.authors() ? "" : messages.text("offers.no-authors");
    }

    /** Under the name of a person. */
    public String direct(Offers offers) {
        return messages.text(offers.silentDirects() ? "direct.silent" : "empty.direct.hint");
    }

    /** Where nothing was said in a room, as far as this program knows. */
    public String nothingSaid(Offers offers, String room) {
        return messages.text(offers.roomCare() ? "empty.room" : "empty.room.foreign", room);
    }

    /** Why that is so, or what to do. */
    public String nothingSaidHint(Offers offers) {
        if (offers.roomCare()) {
            return messages.text("empty.room.hint");
        }
        return messages.text(
                switch (offers.past()) {
                    case NONE -> "empty.room.past-none";
                    case UNREAD -> "empty.room.past-unread";
                    case LAST_20, FULL -> "empty.room.past-some";
                });
    }

    /** In the form that enters a room by its name. */
    public String entering(Offers offers) {
        return messages.text(offers.oneRoom() ? "enter.hint.one" : "enter.hint");
    }
}
