package io.mingjing.review.process;

import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.document.Letters;
import io.mingjing.document.ServiceRecord;
import io.mingjing.review.Hearings;
import io.mingjing.shared.Actor;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 送达听证通知书: when the last party was served decides whether the hearing can be held on its day (行政复议法 art. 51.1). */
@Component
class ServeHearingNotice implements TaskHandler {

    private final Hearings hearings;
    private final Letters letters;

    ServeHearingNotice(Hearings hearings, Letters letters) {
        this.hearings = hearings;
        this.letters = letters;
    }

    @Override
    public String processKey() {
        return HearingProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return HearingProcess.SERVE_HEARING_NOTICE;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        String caseId = task.file().id();
        boolean inTime = letters.current(caseId, "hearing-notice").stream()
                .flatMap(letter -> letters.services(letter.id()).stream())
                .map(ServiceRecord::servedOn)
                .max(LocalDate::compareTo)
                .map(servedOn -> hearings.noticed(caseId, servedOn, actor))
                .orElse(false);
        return Map.of(HearingProcess.NOTICE_TIMING, inTime ? "IN_TIME" : "TOO_LATE");
    }
}
