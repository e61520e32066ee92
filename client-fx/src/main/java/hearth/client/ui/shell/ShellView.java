package hearth.client.ui.shell;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Offers;
import hearth.client.ui.common.ViewContext;
import hearth.client.ui.composer.ComposerView;
import hearth.client.ui.composer.ComposerViewModel;
import hearth.client.ui.conversations.ConversationsView;
import hearth.client.ui.members.MembersView;
import hearth.client.ui.timeline.TimelineView;
import hearth.protocol.ConversationSummary;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** A chat: conversations on the left, messages in the middle, people on the right; what has no room beside them opens over them. */
public final class ShellView extends StackPane
        implements ConversationsView.Actions, HeaderView.Actions, ShellDialogs.Place {
    private static final KeyCombination JUMP = new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);
    private static final double PEOPLE_FROM = 960;
    private static final double SIDEBAR_FROM = 720;
    private static final double PEOPLE_WIDTH = 240;

    private final ShellViewModel model;
    private final WindowLayout layout;
    private final HostPage host;
    private final RailView rail;
    private final SidebarView sidebar;
    private final SidebarEdge edge;
    private final HBox left = new HBox();
    private final HeaderView header;
    private final BannerView banner;
    private final NoticeBar notice;
    private final TimelineView timeline;
    private final ComposerView composer;
    private final MembersView people;
    private final HBox planes = new HBox();
    private final VBox middle;
    private final SideOverlay overlay;
    private final ShellDialogs dialogs;
    private final Regions regions;
    private final IntegerBinding room;
    private final Subscription bound;
    private boolean direct;
    private boolean peopleKnown = true;
    private String shownId = "";

    /** A chat on this model; {@code onChoose} leaves it for the first screen. */
    public ShellView(ViewContext context, ShellViewModel model, WindowLayout layout, HostPage host, Runnable onChoose) {
        Messages messages = context.messages();
        this.model = model;
        this.layout = layout;
        this.host = host;
        getStyleClass().add("shell");
        overlay = new SideOverlay(context.appearance(), this::focusFirst);
        dialogs = new ShellDialogs(context, model, this);
        rail = new RailView(context, model, host, dialogs, this::showChat);
        sidebar = new SidebarView(context, model, this, onChoose);
        edge = new SidebarEdge(messages, sidebar, layout.sidebarWidthProperty());
        header = new HeaderView(context, model, this, dialogs);
        banner = new BannerView(context.appearance(), model.connection(), act -> act(act, onChoose));
        notice = new NoticeBar(messages, "notice", model.noticeProperty(), model::dismissNotice);
        FirstSteps firstSteps = new FirstSteps(messages, this);
        composer = new ComposerView(messages, model.composer());
        timeline = new TimelineView(context, model.timeline(), dialogs, composer::take);
        people = new MembersView(messages, model.members(), dialogs, this::togglePeople);
        people.setMinWidth(PEOPLE_WIDTH);
        people.setMaxWidth(PEOPLE_WIDTH);
        // It takes what the others leave: were it to ask for more, all would be cut alike where there is too little.
        timeline.setPrefHeight(0);
        VBox.setVgrow(timeline, Priority.ALWAYS);
        middle = new VBox(header, banner, notice, timeline, composer);
        middle.getStyleClass().add("middle");
        HBox.setHgrow(middle, Priority.ALWAYS);
        regions = new Regions(
                Regions.Stop.first(rail),
                new Regions.Stop(left, sidebar.beforeList()),
                Regions.Stop.first(header),
                Regions.Stop.first(banner),
                Regions.Stop.first(timeline),
                Regions.Stop.first(composer),
                Regions.Stop.first(people));
        getChildren().setAll(planes, overlay, dialogs);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onShortcut);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKeyFirst);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        room = Bindings.createIntegerBinding(this::roomFor, widthProperty());
        bound = Subscription.combine(
                room.subscribe(_ -> arrange()),
                layout.peopleShownProperty().subscribe(_ -> arrange()),
                host.shownProperty().subscribe((_, page) -> onHostPage(page.isEmpty())),
                model.offersProperty().subscribe(this::onOffers),
                layout.sidebarWidthProperty().subscribe(width -> setSidebarWidth(width.doubleValue())),
                model.conversations().currentProperty().subscribe(current -> current.ifPresent(this::onCurrent)),
                model.members().powersProperty().subscribe(powers -> timeline.offerFirst(firstSteps.of(powers))),
                model.composer().placeProperty().subscribe(this::onPlace),
                model.timeline().actions().doomedProperty().subscribe(doomed -> doomed.ifPresent(dialogs::delete)));
    }

    /** Whoever had the focus on the page of what is hosted here can write at once when that goes, by itself too. */
    private void onHostPage(boolean gone) {
        arrange();
        if (gone) {
            composer.focusText();
        }
    }

    private int roomFor() {
        double width = getWidth() == 0 ? PEOPLE_FROM : getWidth();
        return (width >= SIDEBAR_FROM ? 1 : 0) + (width >= PEOPLE_FROM ? 1 : 0);
    }

    private boolean sidebarFits() {
        return room.get() > 0;
    }

    private boolean peopleFit() {
        return room.get() > 1;
    }

    private void setSidebarWidth(double width) {
        sidebar.setMinWidth(width - SidebarEdge.LINE);
        sidebar.setMaxWidth(width - SidebarEdge.LINE);
    }

    private void arrange() {
        overlay.hide();
        planes.getChildren().setAll(rail);
        if (host.shownProperty().get().isPresent()) {
            planes.getChildren().add(host.shownProperty().get().get());
            return;
        }
        if (sidebarFits()) {
            left.getChildren().setAll(sidebar, edge);
            planes.getChildren().add(left);
        }
        planes.getChildren().add(middle);
        boolean peopleOpen = peopleFit() && layout.peopleShownProperty().get() && !direct && peopleKnown;
        if (peopleOpen) {
            planes.getChildren().add(people);
        }
        header.showNarrow(!sidebarFits());
        header.showPeopleOpen(peopleOpen);
    }

    private void onOffers(Offers offers) {
        peopleKnown = offers.people();
        arrange();
    }

    private void onCurrent(ConversationSummary current) {
        boolean isDirect = current.title() instanceof ConversationSummary.Direct;
        if (isDirect != direct) {
            direct = isDirect;
            arrange();
        }
    }

    /** Another conversation has the composer: what stands over it or in its place goes, and the user can write at once. */
    private void onPlace(Optional<ComposerViewModel.Place> place) {
        String id = place.map(ComposerViewModel.Place::id).orElse("");
        if (!id.equals(shownId)) {
            shownId = id;
            overlay.hide();
            showChat();
        }
    }

    private void act(Banner.Act act, Runnable onChoose) {
        if (act == Banner.Act.CHOOSE) {
            onChoose.run();
        } else {
            model.connection().act(act);
            composer.focusText();
        }
    }

    /** Also where a field would take the key for itself. */
    private void onShortcut(KeyEvent event) {
        if (JUMP.match(event)) {
            jump();
            event.consume();
        }
    }

    /** A list keeps Escape to itself, though nothing in it can be ended. */
    private void onKeyFirst(KeyEvent event) {
        boolean inList = overlay.isVisible() || event.getTarget() instanceof ListView;
        if (event.getCode() == KeyCode.ESCAPE && !dialogs.isOpen() && inList) {
            closeInnermost();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE
                && !dialogs.isOpen()
                && host.shownProperty().get().isPresent()) {
            showChat();
            event.consume();
        }
    }

    /** In place of what is hosted here. */
    private void showChat() {
        host.hide();
        composer.focusText();
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> closeInnermost();
            case F6 -> goRound(event.isShiftDown());
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Closes what stands over or beside the conversation; where nothing does, the user has read it. */
    private void closeInnermost() {
        if (overlay.isVisible()) {
            overlay.hide();
        } else if (planes.getChildren().contains(people)) {
            togglePeople();
        } else {
            model.conversations().currentProperty().get().ifPresent(current -> markRead(current.id()));
        }
    }

    private void goRound(boolean backwards) {
        if (!overlay.isVisible() && !dialogs.isOpen()) {
            regions.go(getScene(), backwards);
        }
    }

    @Override
    public void open(String id) {
        model.choose(id);
        overlay.hide();
        showChat();
    }

    @Override
    public void leave(String id) {
        dialogs.leave(id);
    }

    @Override
    public void markRead(String id) {
        model.conversations().markRead(id);
    }

    @Override
    public void jump() {
        dialogs.jump();
    }

    @Override
    public void browse() {
        dialogs.browse();
    }

    @Override
    public void writeToSomebody() {
        dialogs.writeToSomebody();
    }

    /** Whether the settings stand over the chat. */
    boolean settingsOpen() {
        return dialogs.settingsOpen();
    }

    /** Opens the settings where another language was just chosen. */
    void openSettingsAtLanguage() {
        dialogs.settingsAtLanguage();
    }

    @Override
    public void details() {
        dialogs.details();
    }

    @Override
    public void invite() {
        dialogs.invite();
    }

    @Override
    public void onOpening() {
        overlay.hide();
    }

    @Override
    public void focusText() {
        composer.focusText();
    }

    @Override
    public void openSidebar() {
        overlay.show(sidebar, SideOverlay.From.LEFT);
        boolean pointed = !getScene().getFocusOwner().isFocusVisible();
        sidebar.beforeList().requestFocusTraversal(TraversalDirection.NEXT);
        if (pointed) {
            FocusFence.hideRing(getScene());
        }
    }

    @Override
    public void togglePeople() {
        if (peopleFit()) {
            layout.peopleShownProperty().set(!layout.peopleShownProperty().get());
        } else if (overlay.isVisible()) {
            overlay.hide();
        } else {
            overlay.show(people, SideOverlay.From.RIGHT);
        }
    }

    /** Puts the caret where the user writes. */
    public void focusFirst() {
        composer.focusText();
    }

    /** Lets go of the model. */
    public void dispose() {
        bound.unsubscribe();
        dialogs.close();
        overlay.hide();
        host.dispose();
        rail.dispose();
        sidebar.dispose();
        header.dispose();
        banner.dispose();
        notice.dispose();
        timeline.dispose();
        composer.dispose();
        people.dispose();
    }
}
