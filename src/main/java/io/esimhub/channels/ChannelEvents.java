package io.esimhub.channels;

import io.esimhub.fulfillment.OrderRun;
import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import io.esimhub.operations.inbox.Inbox;
import io.esimhub.operations.work.WorkExchange;
import io.esimhub.operations.work.WorkItem;
import io.esimhub.operations.work.WorkQueue;
import io.esimhub.orders.OrderIntake;
import io.esimhub.orders.PersonRequests;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps that every channel's events share. */
@Component("channelEvents")
class ChannelEvents {

    private static final String EVENT = "channelEvent";

    private final Inbox inbox;
    private final OrderIntake intake;
    private final PersonRequests people;
    private final WorkQueue work;
    private final Cases cases;
    private final TransactionTemplate transactions;

    ChannelEvents(
            Inbox inbox,
            OrderIntake intake,
            PersonRequests people,
            WorkQueue work,
            Cases cases,
            TransactionTemplate transactions) {
        this.inbox = inbox;
        this.intake = intake;
        this.people = people;
        this.work = work;
        this.cases = cases;
        this.transactions = transactions;
    }

    /** The body is the work item; it becomes the event. */
    public void load(Exchange exchange) {
        WorkItem item = exchange.getMessage().getBody(WorkItem.class);
        long id = Long.parseLong(item.payload());
        ChannelEvent event = item.parsedPayload(ReadEvent.class)
                .map(read -> new ChannelEvent(item, id, read.inbox(), Optional.ofNullable(read.content())))
                .orElseGet(() -> new ChannelEvent(item, id, inbox.read(id), Optional.empty()));
        exchange.setProperty(EVENT, event);
        exchange.getMessage().setBody(event);
    }

    /** The body is what the channel's reader understood; it becomes the order's run, or nothing if no order moves. */
    public void takeIn(Exchange exchange) {
        ChannelEvent event = exchange.getProperty(EVENT, ChannelEvent.class);
        ChannelNews news = exchange.getMessage().getBody(ChannelNews.class);
        if (news instanceof ChannelNews.Later later) {
            WorkExchange.comeBack(exchange, later.at());
            exchange.getMessage().setBody(null);
        } else if (news instanceof ChannelNews.OfPerson asked) {
            people.take(event.item(), event.id(), asked.request()).ifPresent(at -> WorkExchange.comeBack(exchange, at));
            exchange.getMessage().setBody(null);
        } else {
            exchange.getMessage().setBody(takeIn(event, news).orElse(null));
        }
    }

    private Optional<OrderRun> takeIn(ChannelEvent event, ChannelNews news) {
        if (news instanceof ChannelNews.OfOrder told) {
            return intake.take(event.item(), event.id(), event.inbox().topic(), told.order());
        }
        transactions.executeWithoutResult(status -> {
            inbox.notRelevant(event.id(), ((ChannelNews.NotRelevant) news).why());
            work.finish(event.item());
        });
        return Optional.empty();
    }

    /** Refusing it would have made the channel drop the subscription; trying again would not change its shape. */
    public void deadLetter(Exchange exchange) {
        ChannelEvent event = exchange.getProperty(EVENT, ChannelEvent.class);
        UnreadableEvent why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, UnreadableEvent.class);
        transactions.executeWithoutResult(status -> {
            inbox.deadLetter(event.id());
            cases.open(CaseReport.of("dead-letter", why.reason(), Inbox.key(event.id()))
                    .work(ChannelEvent.QUEUE, event.item().key(), event.item().payload())
                    .failed(1, event.inbox().channel() + " " + event.inbox().topic() + ": " + why.getMessage()));
        });
    }
}
