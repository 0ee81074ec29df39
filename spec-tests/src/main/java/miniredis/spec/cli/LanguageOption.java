package miniredis.spec.cli;

import java.util.Locale;
import miniredis.spec.i18n.Messages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** In which language a run speaks. What it writes is in English: reports are read by programs, and by others. */
final class LanguageOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "The language of the output: en or ja (default: that of the system). Reports are in English.")
    private @Nullable String language;

    Messages messages() {
        if (language == null) {
            return Messages.of(Locale.getDefault(Locale.Category.DISPLAY));
        }
        return Messages.in(language)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(), Messages.ENGLISH.text("usage.no-language", language)));
    }
}
