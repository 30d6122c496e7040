package io.mingjing.alert.web;

import io.mingjing.alert.Bounces;
import io.mingjing.alert.Outbox;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For administrators and the mail server's own scripts: mails that did not arrive. */
@RestController
@RequestMapping("/api/v1/operations/mail")
@Tag(name = "Operations")
class OutboxApi {

    private final Outbox outbox;
    private final Bounces bounces;
    private final CurrentUser user;

    OutboxApi(Outbox outbox, Bounces bounces, CurrentUser user) {
        this.outbox = outbox;
        this.bounces = bounces;
        this.user = user;
    }

    /** What is owed, and what did not arrive. */
    record MailBody(int owed, List<Outbox.Envelope> dead) {}

    @GetMapping
    @Operation(summary = "Mails that came back or were refused too often, without their text (ADMIN)")
    MailBody dead(
            @RequestParam(required = false) @Nullable String before, @RequestParam(defaultValue = "50") int limit) {
        Actor actor = user.actor();
        List<Outbox.Envelope> dead = outbox.deadLetters(before, Math.max(1, Math.min(limit, 200)), actor);
        return new MailBody(outbox.owed(), dead);
    }

    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Has such a mail tried again under its old Message-ID (ADMIN)")
    void retry(@PathVariable String id) {
        outbox.retry(id, user.actor());
    }

    /** A report of non-delivery. */
    record BounceBody(@Nullable String messageId, @Nullable String reason) {}

    @PostMapping("/bounces")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Records a report of non-delivery for a mail that was handed over (ADMIN)")
    void bounced(@RequestBody BounceBody body) {
        bounces.report(
                body.messageId() == null ? "" : body.messageId(),
                body.reason() == null ? "" : body.reason(),
                user.actor());
    }
}
