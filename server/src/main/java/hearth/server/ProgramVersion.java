package hearth.server;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;

/** Which version of the program this is. */
final class ProgramVersion {
    private ProgramVersion() {}

    /** As the build wrote it into the module; {@code development} where the classes do not come from one. */
    static String current() {
        return Optional.ofNullable(ProgramVersion.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("development");
    }
}
