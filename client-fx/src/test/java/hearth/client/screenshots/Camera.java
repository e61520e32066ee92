package hearth.client.screenshots;

import hearth.client.ui.ChatWindow;

/** What is done with a window that shows what was wanted. */
interface Camera {
    /** Takes what it takes; {@code name} is that of the screen and of the look. */
    void take(ChatWindow window, String name);
}
