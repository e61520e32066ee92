package hearth.server.hub;

import hearth.protocol.Role;

/**
 * A user's place in a conversation.
 *
 * @param sinceSeq the event with which it began
 * @param read up to where the user has read
 */
record Member(String user, Role role, long sinceSeq, long read) {
    Member withRole(Role next) {
        return new Member(user, next, sinceSeq, read);
    }

    Member withRead(long next) {
        return new Member(user, role, sinceSeq, next);
    }
}
