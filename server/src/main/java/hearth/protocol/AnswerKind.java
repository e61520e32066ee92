package hearth.protocol;

/** Which {@link Answer} answers a request: an {@code ok} does not say so itself. */
public enum AnswerKind {
    /** {@link ServerFrame.Welcome}, not an {@code ok}. */
    WELCOME,
    /** {@link Answer.Done}. */
    DONE,
    /** {@link Answer.Posted}. */
    POSTED,
    /** {@link Answer.Applied}. */
    APPLIED,
    /** {@link Answer.Marked}. */
    MARKED,
    /** {@link Answer.Synced}. */
    SYNCED,
    /** {@link Answer.HistoryPage}. */
    HISTORY,
    /** {@link Answer.SearchPage}. */
    SEARCH,
    /** {@link Answer.RoomsPage}. */
    ROOMS,
    /** {@link Answer.MembersPage}. */
    MEMBERS,
    /** {@link Answer.Entered}. */
    ENTERED,
    /** {@link Answer.BansPage}. */
    BANS,
    /** {@link Answer.PasswordReset}. */
    PASSWORD_RESET,
    /** {@link Answer.AuditPage}. */
    AUDIT;

    /** The kind of answer that this request gets when it succeeds. */
    public static AnswerKind of(ClientFrame.Request request) {
        return switch (request) {
            case ClientFrame.Hello _ -> WELCOME;
            case ClientFrame.Post _ -> POSTED;
            case ClientFrame.Edit _, ClientFrame.Delete _, ClientFrame.React _ -> APPLIED;
            case ClientFrame.Read _ -> MARKED;
            case ClientFrame.Sync _ -> SYNCED;
            case ClientFrame.History _ -> HISTORY;
            case ClientFrame.Search _ -> SEARCH;
            case ClientFrame.Rooms _ -> ROOMS;
            case ClientFrame.Members _ -> MEMBERS;
            case ClientFrame.CreateRoom _, ClientFrame.Join _, ClientFrame.OpenDirect _ -> ENTERED;
            case ClientFrame.Bans _ -> BANS;
            case ClientFrame.ResetPassword _ -> PASSWORD_RESET;
            case ClientFrame.Audit _ -> AUDIT;
            case ClientFrame.Leave _,
                    ClientFrame.Invite _,
                    ClientFrame.Kick _,
                    ClientFrame.Ban _,
                    ClientFrame.Unban _,
                    ClientFrame.Mute _,
                    ClientFrame.SetRole _,
                    ClientFrame.SetRoom _,
                    ClientFrame.DeleteRoom _,
                    ClientFrame.SetStatus _,
                    ClientFrame.SetPassword _,
                    ClientFrame.LogOut _,
                    ClientFrame.ClaimServer _,
                    ClientFrame.BanUser _,
                    ClientFrame.UnbanUser _,
                    ClientFrame.SetServerRole _ -> DONE;
        };
    }
}
