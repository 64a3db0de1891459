package io.esimhub.sandbox.shopify;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The files of bulk operations. Whoever knows the address may read them, as with the signed addresses that Shopify gives out. */
@RestController
class BulkController {

    private final BulkDesk desk;

    BulkController(BulkDesk desk) {
        this.desk = desk;
    }

    @GetMapping(ShopifyCopy.BASE + "/bulk/{file}")
    ResponseEntity<byte[]> file(@PathVariable String file) {
        return desk.file(file)
                .map(content -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("application/jsonl"))
                        .body(content))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
