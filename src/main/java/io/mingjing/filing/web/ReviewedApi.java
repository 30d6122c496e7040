package io.mingjing.filing.web;

import io.mingjing.filing.ReviewedDocument;
import io.mingjing.filing.ReviewedDocuments;
import io.mingjing.identity.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What administrative reviews found of documents, for machines. */
@RestController
@Tag(name = "filing")
class ReviewedApi {

    private static final int MOST = 200;

    private final ReviewedDocuments reviewed;
    private final CurrentUser user;

    ReviewedApi(ReviewedDocuments reviewed, CurrentUser user) {
        this.reviewed = reviewed;
        this.user = user;
    }

    @GetMapping("/api/v1/reviewed-documents")
    @Operation(summary = "Documents reviewed incidentally to administrative reviews, newest first")
    List<ReviewedDocument> list() {
        return reviewed.page(null, null, MOST, user.actor());
    }
}
