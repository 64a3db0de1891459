package io.esimhub.fulfillment.callbacks;

import io.esimhub.fulfillment.PurchaseHints;
import io.esimhub.fulfillment.life.EsimQuestions;
import io.esimhub.operations.inbox.Inbox;
import io.esimhub.operations.inbox.InboxEvent;
import io.esimhub.operations.work.WorkItem;
import io.esimhub.operations.work.WorkQueue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns a kept callback into the questions it gives reason for, all in one transaction. */
@Component("callbackWork")
class CallbackWork {

    /** Whose items are codes of suppliers that are to be asked for their balance. */
    private static final String BALANCE = "supplier-balance";

    private final Inbox inbox;
    private final PurchaseHints purchases;
    private final EsimQuestions questions;
    private final WorkQueue work;
    private final TransactionTemplate transactions;

    CallbackWork(
            Inbox inbox,
            PurchaseHints purchases,
            EsimQuestions questions,
            WorkQueue work,
            TransactionTemplate transactions) {
        this.inbox = inbox;
        this.purchases = purchases;
        this.questions = questions;
        this.work = work;
        this.transactions = transactions;
    }

    /** The item's payload is the number of the callback in the inbox. */
    public void ask(WorkItem item) {
        long event = Long.parseLong(item.payload());
        KnownHints hints = item.parsedPayload(KnownHints.class).orElseGet(() -> kept(event));
        transactions.executeWithoutResult(open -> {
            hints.purchases().forEach(purchase -> purchases.changed(purchase, event));
            hints.esims().forEach(questions::ask);
            if (hints.balance()) {
                work.enqueueAndRun(
                        BALANCE, "balance:" + hints.supplier() + ":callback:" + event, hints.supplier(), null);
            }
            inbox.handled(event);
            work.finish(item);
        });
    }

    private KnownHints kept(long event) {
        InboxEvent callback = inbox.read(event);
        return KnownHints.of(callback.shop(), callback.headers());
    }
}
