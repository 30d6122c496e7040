package io.mingjing.alert.web;

import io.mingjing.alert.AlertKind;
import io.mingjing.alert.AlertTexts;
import io.mingjing.alert.Habit;
import io.mingjing.alert.Level;
import io.mingjing.alert.Message;
import io.mingjing.alert.MessagePage;
import io.mingjing.alert.Messages;
import io.mingjing.alert.Preferences;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own messages and how one wants to be told. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Messages", description = "The message centre, and by which ways one hears of what")
class AlertApi {

    private final Messages messages;
    private final Preferences preferences;
    private final AlertTexts texts;
    private final CurrentUser user;

    AlertApi(Messages messages, Preferences preferences, AlertTexts texts, CurrentUser user) {
        this.messages = messages;
        this.preferences = preferences;
        this.texts = texts;
        this.user = user;
    }

    /** A message. */
    record MessageBody(
            String id,
            String caseId,
            String caseNumber,
            AlertKind kind,
            Level level,
            String title,
            String text,
            Instant createdAt,
            @Nullable Instant readAt) {}

    /** A page of messages. */
    record MessagesBody(List<MessageBody> items, @Nullable String next, int unread) {}

    @GetMapping("/messages")
    @Operation(summary = "Own messages, unread first, then the latest first")
    MessagesBody list(
            @RequestParam(name = "case", required = false) @Nullable String caseId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30") int limit,
            Locale locale) {
        MessagePage page = messages.list(caseId, after, limit, user.actor());
        return new MessagesBody(
                page.messages().stream().map(message -> body(message, locale)).toList(), page.next(), page.unread());
    }

    private MessageBody body(Message message, Locale locale) {
        return new MessageBody(
                message.id(),
                message.caseId(),
                message.caseNumber(),
                message.code(),
                message.level(),
                texts.title(message.code(), locale),
                texts.sentence(message.code(), message.args(), locale),
                message.createdAt(),
                message.readAt());
    }

    @PostMapping("/messages/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Marks a message as read")
    void read(@PathVariable String id) {
        messages.read(id, user.actor());
    }

    /** @param newest id of the newest message that was seen; later ones stay unread */
    record ReadAllBody(@NotBlank String newest) {}

    @PostMapping("/messages/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Marks all messages up to one as read")
    void readAll(@Valid @RequestBody ReadAllBody body) {
        messages.readAll(body.newest(), user.actor());
    }

    /** What one has chosen. */
    record PreferencesBody(
            List<Preferences.Choice> choices,
            String quietFrom,
            String quietTo,
            boolean workingDaysOnly,
            boolean morning,
            boolean weekly) {}

    @GetMapping("/alert-preferences")
    @Operation(summary = "By which ways one hears of what, and when mail may come")
    PreferencesBody preferences() {
        Actor actor = user.actor();
        Habit habit = preferences.habit(actor);
        return new PreferencesBody(
                preferences.choices(actor),
                habit.quietFrom().toString(),
                habit.quietTo().toString(),
                habit.workingDaysOnly(),
                habit.morning(),
                habit.weekly());
    }

    /**
     * What is wanted from now on.
     *
     * @param off ways of kinds that are not wanted; everything else is
     */
    record WishesBody(
            @NotNull List<Preferences.Off> off,
            @NotBlank String quietFrom,
            @NotBlank String quietTo,
            boolean workingDaysOnly,
            boolean morning,
            boolean weekly) {}

    @PutMapping("/alert-preferences")
    @Operation(summary = "Chooses; statutory alerts cannot be switched off (422 ALERT_STATUTORY)")
    PreferencesBody choose(@Valid @RequestBody WishesBody body) {
        LocalTime from = PreferencesController.time("quietFrom", body.quietFrom());
        LocalTime to = PreferencesController.time("quietTo", body.quietTo());
        preferences.set(
                new HashSet<>(body.off()),
                new Habit(from, to, body.workingDaysOnly(), body.morning(), body.weekly()),
                user.actor());
        return preferences();
    }
}
