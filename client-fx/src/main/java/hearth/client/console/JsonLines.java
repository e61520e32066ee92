package hearth.client.console;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object a line, its fields always in the same order. */
final class JsonLines implements LineFormat {
    private final JsonMapper mapper = JsonMapper.builder().build();

    @Override
    public String write(OutputLine line) {
        return mapper.writeValueAsString(
                switch (line) {
                    case OutputLine.State(String state) -> event("state").put("state", state);
                    case OutputLine.Message message -> message(message);
                    case OutputLine.Outbox outbox -> outbox(event("outbox"), outbox);
                    case OutputLine.Unsent(int number, String conversation, OutputLine.Outbox outbox) ->
                        outbox(event("unsent", conversation).put("number", number), outbox);
                    case OutputLine.Edited(String conversation, long target, String text) ->
                        event("edited", conversation).put("target", target).put("text", text);
                    case OutputLine.Deleted(String conversation, long target) ->
                        event("deleted", conversation).put("target", target).put("text", "");
                    case OutputLine.Joined(String conversation, String user) ->
                        event("joined", conversation).put("user", user);
                    case OutputLine.Left(String conversation, String user) ->
                        event("left", conversation).put("user", user);
                    case OutputLine.Missed(String conversation) -> event("missed", conversation);
                    case OutputLine.Notice(String text) -> event("notice").put("text", text);
                    case OutputLine.Rooms(var names) -> names(event("rooms"), names);
                    case OutputLine.Members(var names) -> names(event("members"), names);
                });
    }

    private static ObjectNode outbox(ObjectNode event, OutputLine.Outbox outbox) {
        return event.put("clientId", outbox.clientId())
                .put("text", outbox.text())
                .put("state", outbox.state())
                .put("reason", outbox.reason().orElse(null))
                .put("work", outbox.work());
    }

    private ObjectNode message(OutputLine.Message message) {
        return event("message", message.conversation())
                .put("kind", message.kind())
                .put("author", message.author())
                .put("text", message.text())
                .put("own", message.own())
                .put("seq", message.seq())
                .put("history", message.history());
    }

    private ObjectNode event(String name) {
        return mapper.createObjectNode().put("event", name);
    }

    private ObjectNode event(String name, String conversation) {
        return event(name).put("conversation", conversation);
    }

    private static ObjectNode names(ObjectNode event, Iterable<String> names) {
        ArrayNode array = event.putArray("names");
        names.forEach(array::add);
        return event;
    }
}
