package hearth.client.screenshots;

import java.util.List;

/** Something to take pictures of, in some looks: what is done before, and when to take them. */
record Screen(String name, List<Look> looks, Act act) {

    /** In every look. */
    Screen(String name, Act act) {
        this(name, Look.ALL, act);
    }

    /** Brings about what is to be seen. */
    interface Act {
        void on(Studio studio) throws Exception;
    }
}
