package io.mingjing.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.Organs;
import io.mingjing.shared.Actor;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its {@code frame}. Providers, so that a slice test of a module's page needs none of this. */
@ControllerAdvice
class FrameAdvice {

    private final ObjectProvider<CurrentUser> user;
    private final ObjectProvider<Organs> organs;
    private final boolean demo;

    FrameAdvice(
            ObjectProvider<CurrentUser> user,
            ObjectProvider<Organs> organs,
            @Value("${mingjing.demo:false}") boolean demo) {
        this.user = user;
        this.organs = organs;
        this.demo = demo;
    }

    @ModelAttribute("frame")
    @Nullable
    Frame frame(HttpServletRequest request) {
        if (Requests.isApi(request)) {
            return null;
        }
        CurrentUser current = user.getIfAvailable();
        Actor actor = current == null ? null : current.find().orElse(null);
        return new Frame(actor, organ(actor), demo);
    }

    private @Nullable String organ(@Nullable Actor actor) {
        Organs all = organs.getIfAvailable();
        if (actor == null || actor.organId() == null || all == null) {
            return null;
        }
        return all.find(actor.organId()).map(organ -> organ.shortName()).orElse(null);
    }
}
