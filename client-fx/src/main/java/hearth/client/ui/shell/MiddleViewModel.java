package hearth.client.ui.shell;

import hearth.client.link.Abilities;
import hearth.client.timeline.TimelineEntry;
import hearth.client.ui.common.People;
import hearth.client.ui.composer.ComposerViewModel;
import hearth.client.ui.timeline.TimelineViewModel;

/** The messages and the text that is written below them, and what leads from one to the other. Lives on the JavaFX thread. */
final class MiddleViewModel {
    private final Outside outside;
    private final TimelineViewModel timeline;
    private final ComposerViewModel composer;

    /** Hears what leads elsewhere. */
    interface Outside {
        /** The direct conversation with the user of this id is to be opened. */
        void onWrite(String userId);

        /** A message that the reader asked for is not there. */
        void onMissing();

        /** A conversation has an unfinished text now, or none any more. */
        void onDraft(String conversation, boolean present);
    }

    /** Nothing to show yet. */
    MiddleViewModel(ShellViewModel.Needs needs, People people, Outside outside) {
        this.outside = outside;
        timeline = new TimelineViewModel(
                new TimelineViewModel.Needs(needs.messages(), needs.times(), needs.clock(), needs.session(), people),
                new Reader());
        composer = new ComposerViewModel(
                new ComposerViewModel.Needs(
                        needs.messages(), needs.ui(), needs.session(), people, Abilities.HEARTH.texts()),
                new Writer());
    }

    TimelineViewModel timeline() {
        return timeline;
    }

    ComposerViewModel composer() {
        return composer;
    }

    /** What begins at a message and goes on in the composer. */
    private final class Reader implements TimelineViewModel.Listener {
        @Override
        public void onReply(TimelineEntry.Message message) {
            message.seq().ifPresent(seq -> composer.reply(seq, message.author(), message.text()));
        }

        @Override
        public void onEdit(TimelineEntry.Message message) {
            message.seq().ifPresent(seq -> composer.edit(seq, message.text()));
        }

        @Override
        public void onDelete(long seq) {
            composer.onDelete(seq);
        }

        @Override
        public void onWrite(String userId) {
            outside.onWrite(userId);
        }

        @Override
        public void onMissing() {
            outside.onMissing();
        }
    }

    /** What begins in the composer and goes on at a message. */
    private final class Writer implements ComposerViewModel.Listener {
        @Override
        public void onSent(String conversation) {
            timeline.wantLatest();
        }

        @Override
        public void onDraft(String conversation, boolean present) {
            outside.onDraft(conversation, present);
        }

        @Override
        public void onEditLast() {
            timeline.actions().editLast();
        }

        @Override
        public void onEmptied(long seq) {
            timeline.actions().askToDelete(seq);
        }
    }
}
