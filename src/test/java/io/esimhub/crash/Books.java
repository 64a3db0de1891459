package io.esimhub.crash;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The hub's books, read past the hub: also while it is dead. */
final class Books {

    private static final String PURCHASES =
            """
            select p.id, o.external_id as order_id, p.supplier, p.supplier_sku, p.quantity, p.state, p.outcome, p.supplier_order,
                array(select e.supplier_esim_id from fulfillment.esims e where e.purchase_id = p.id order by 1) as esims
            from fulfillment.purchases p
            join fulfillment.requests r on r.id = p.request_id
            join retail.orders o on o.id = r.owner_order and r.owner_kind = 'retail'
            order by p.id""";

    private static final String ORDERS =
            """
            select o.external_id as order_id, o.state, o.reason,
                (select count(*) from fulfillment.requests r join fulfillment.units u on u.request_id = r.id
                    where r.owner_order = o.id and r.owner_kind = 'retail') as units,
                (select count(*) from fulfillment.requests r join fulfillment.units u on u.request_id = r.id
                    where r.owner_order = o.id and r.owner_kind = 'retail' and u.state = 'SENT') as sent,
                (select count(*) from fulfillment.requests r join fulfillment.purchases p on p.request_id = r.id
                    join fulfillment.esims e on e.purchase_id = p.id
                    where r.owner_order = o.id and r.owner_kind = 'retail') as esims
            from retail.orders o order by o.id""";

    private static final String MAILS =
            """
            select d.message_id, d.state, d.recipient, o.external_id as order_id
            from fulfillment.deliveries d join retail.orders o on o.id = d.owner_order and d.owner_kind = 'retail'
            order by d.id""";

    /** How matching ids of our own shelf begin; the ICCID follows. */
    static final String SHELF = "SHELF-";

    /** Our own stock is a supplier whose ledger lies in the same database, in a schema and a transaction of its own. */
    private static final String SHELF_LEDGER =
            """
            select o.number, o.sku, o.quantity,
                array(select a.id::text from stock.allocations a where a.order_id = o.id and a.live order by a.id) as esims,
                array(select i.iccid from stock.allocations a join stock.items i on i.id = a.item_id
                    where a.order_id = o.id and a.live order by a.id) as iccids
            from stock.orders o order by o.id""";

    /** From the first commit to the mail server's 250, milliseconds. */
    private static final String TIMES =
            """
            select extract(epoch from d.sent_at - o.created_at) * 1000 from retail.orders o
            join fulfillment.deliveries d on d.owner_order = o.id and d.owner_kind = 'retail' and d.state = 'SENT'
            where o.external_id = any (?) order by 1""";

    private static final String STORY =
            """
            select to_char(t.at at time zone 'UTC', 'HH24:MI:SS.MS') || '  ' || t.event || '  ' || t.details::text
            from operations.timeline t join retail.orders o on o.id = t.order_id and t.owner_kind = 'retail'
            where o.external_id = ? order by t.id""";

    private static final String UNTOLD =
            """
            select o.external_id from retail.confirmations c join retail.orders o on o.id = c.order_id
            where c.told < c.deliveries""";

    private static final String DEAD_HUBS_SESSIONS =
            "select count(*) from pg_stat_activity where application_name = 'esim-hub' and pid <> pg_backend_pid()";

    private static final String OPEN_CASES =
            """
            select k.id, k.kind, k.reason, o.external_id as order_id, k.last_error
            from operations.cases k left join retail.orders o on o.id = k.order_id and k.owner_kind = 'retail'
            where k.state = 'OPEN' order by k.id""";

    private final JdbcClient jdbc;

    private Books(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Books on(int port) {
        return new Books(JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://localhost:" + port + "/esimhub?ApplicationName=crash-test", "esimhub", "")));
    }

    /** @param esims the supplier's names of them */
    record Purchase(
            long id,
            String orderId,
            String supplier,
            String supplierSku,
            int quantity,
            String state,
            String outcome,
            String supplierOrder,
            List<String> esims) {

        String name() {
            return supplier + " " + supplierOrder;
        }

        Sold.Kind kind() {
            return new Sold.Kind(supplier, supplierSku, quantity);
        }

        boolean is(String... states) {
            return List.of(states).contains(state);
        }
    }

    /**
     * @param units ever owed
     * @param esims bought
     */
    record Order(String orderId, String state, String reason, int units, int sent, int esims) {}

    record Mail(String messageId, String state, String recipient, String orderId) {}

    record OpenCase(long id, String kind, String reason, String orderId, String lastError) {}

    List<Purchase> purchases() {
        return jdbc.sql(PURCHASES)
                .query((row, n) -> new Purchase(
                        row.getLong("id"),
                        row.getString("order_id"),
                        row.getString("supplier"),
                        row.getString("supplier_sku"),
                        row.getInt("quantity"),
                        row.getString("state"),
                        row.getString("outcome"),
                        row.getString("supplier_order"),
                        List.of((String[]) row.getArray("esims").getArray())))
                .list();
    }

    List<Purchase> purchasesOf(ShopOrder order) {
        return purchases().stream()
                .filter(purchase -> purchase.orderId().equals(order.externalId()))
                .toList();
    }

    List<Order> orders() {
        return jdbc.sql(ORDERS).query(Order.class).list();
    }

    boolean isDelivered(ShopOrder order) {
        return orders().stream()
                .anyMatch(each -> each.orderId().equals(order.externalId())
                        && each.state().equals("DELIVERED"));
    }

    /** What our own shelf has sold. */
    List<Sold> shelfLedger() {
        return jdbc.sql(SHELF_LEDGER)
                .query((row, n) -> {
                    String[] esims = (String[]) row.getArray("esims").getArray();
                    String[] iccids = (String[]) row.getArray("iccids").getArray();
                    return new Sold(
                            Assortment.STOCK,
                            row.getString("number"),
                            row.getString("sku"),
                            row.getInt("quantity"),
                            java.util.stream.IntStream.range(0, esims.length)
                                    .mapToObj(at -> new Sold.SoldEsim(esims[at], SHELF + iccids[at]))
                                    .toList());
                })
                .list();
    }

    /** How long each of these orders took that is delivered, the fastest first. */
    List<Double> millisToMail(List<ShopOrder> orders) {
        return jdbc.sql(TIMES)
                .param(orders.stream().map(ShopOrder::externalId).toArray(String[]::new))
                .query(Double.class)
                .list();
    }

    List<Mail> mails() {
        return jdbc.sql(MAILS).query(Mail.class).list();
    }

    List<OpenCase> openCases() {
        return jdbc.sql(OPEN_CASES).query(OpenCase.class).list();
    }

    /** Orders whose channel is to be told of a mail, by the channel's id. */
    List<String> untold() {
        return jdbc.sql(UNTOLD).query(String.class).list();
    }

    /** How often a delivery is in the inbox. */
    int inInbox(ShopDelivery delivery) {
        return jdbc.sql("select count(*) from operations.inbox where topic = ? and delivery_id = ?")
                .params(delivery.topic(), delivery.id())
                .query(Integer.class)
                .single();
    }

    int workItems() {
        return jdbc.sql("select count(*) from operations.work")
                .query(Integer.class)
                .single();
    }

    /** Which they are, when they are due and how often they failed. */
    List<String> itemsLeft() {
        return jdbc.sql(
                        "select task_instance || ' due ' || execution_time || ', failed ' || coalesce(consecutive_failures, 0)"
                                + " from operations.work")
                .query(String.class)
                .list();
    }

    /** What the dead hub had sent is committed or rolled back. */
    boolean deadHubsSessionsAreOver() {
        return jdbc.sql(DEAD_HUBS_SESSIONS).query(Integer.class).single() == 0;
    }

    String story(String orderId) {
        String purchases = purchases().stream()
                .filter(purchase -> purchase.orderId().equals(orderId))
                .map(Purchase::toString)
                .collect(Collectors.joining("\n  "));
        return "order " + orderId + "\n  "
                + String.join(
                        "\n  ",
                        jdbc.sql(STORY).param(orderId).query(String.class).list()) + "\n  " + purchases;
    }
}
