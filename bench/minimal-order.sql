-- One order as the hub's four commits, with the fewest statements that could do it. Run by pgbench.
\set n random(1, 9000000000000000)
begin;
insert into event (delivery, body) values ('d' || :n, convert_to(repeat('x', 6500), 'UTF8')) returning id as event \gset
insert into work values ('k' || :n, '{"queue":"channel-events"}', now() + interval '30 s');
commit;
begin;
insert into orders (external_id, email, state) values ('o' || :n, 'buyer@example.com', 'IN_FULFILLMENT') returning id as o \gset
insert into line (order_id, sku, quantity) values (:o, 'ESIM-GB-1GB-7D', 1) returning id as line \gset
insert into unit (line_id, state) values (:line, 'BUYING') returning id as unit \gset
insert into purchase (unit_id, key, state) values (:unit, 'p' || :n, 'DISPATCHED') returning id as purchase \gset
update event set order_id = :o, processed_at = now() where id = :event;
commit;
begin;
select state from orders where id = :o for update;
update purchase set state = 'COMPLETED', supplier_order = 's' || :n where id = :purchase and state = 'DISPATCHED';
insert into esim (unit_id, code) values (:unit, convert_to(repeat('c', 120), 'UTF8'));
update unit set state = 'BOUGHT' where id = :unit;
insert into delivery (order_id, message_id, state) values (:o, 'm' || :n, 'PENDING') returning id as delivery \gset
commit;
begin;
select state from orders where id = :o for update;
update delivery set state = 'SENT' where id = :delivery;
update unit set state = 'SENT' where id = :unit;
update orders set state = 'DELIVERED' where id = :o;
delete from work where key = 'k' || :n;
commit;
