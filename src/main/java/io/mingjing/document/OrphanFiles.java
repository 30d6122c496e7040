package io.mingjing.document;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes files that no row knows: what uploads left behind that were rolled back. */
@Component
class OrphanFiles {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanFiles.class);

    private final FileStore files;
    private final AttachmentMapper attachments;
    private final LetterMapper letters;
    private final DepositMapper deposits;

    OrphanFiles(FileStore files, AttachmentMapper attachments, LetterMapper letters, DepositMapper deposits) {
        this.files = files;
        this.attachments = attachments;
        this.letters = letters;
        this.deposits = deposits;
    }

    @Scheduled(cron = "0 40 3 * * *")
    @SchedulerLock(name = "document.orphanFiles")
    void collect() {
        int deleted = files.deleteOrphans(sha256 -> attachments.countBySha(sha256) > 0
                || letters.countBySha(sha256) > 0
                || deposits.countBySha(sha256) > 0);
        if (deleted > 0) {
            LOG.info("Deleted {} files that belonged to nothing.", deleted);
        }
    }
}
