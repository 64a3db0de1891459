-- The least that an order needs, for pgbench beside the hub: the event with its body, the work item, the order with one line
-- and one unit, the purchase, the eSIM, the delivery.
create table event (id bigint generated always as identity primary key, delivery text not null unique,
    body bytea not null, order_id bigint, processed_at timestamptz);
alter table event alter column body set storage external;
create table work (key text primary key, data bytea not null, due timestamptz not null);
create index work_due on work (due);
create table orders (id bigint generated always as identity primary key, external_id text not null unique,
    email text not null, state text not null) with (fillfactor = 80);
create table line (id bigint generated always as identity primary key, order_id bigint not null references orders,
    sku text not null, quantity integer not null);
create table unit (id bigint generated always as identity primary key, line_id bigint not null references line,
    state text not null) with (fillfactor = 70);
create table purchase (id bigint generated always as identity primary key, unit_id bigint not null references unit,
    key text not null unique, state text not null, supplier_order text unique) with (fillfactor = 80);
create table esim (id bigint generated always as identity primary key, unit_id bigint not null unique references unit,
    code bytea not null);
create table delivery (id bigint generated always as identity primary key, order_id bigint not null references orders,
    message_id text not null unique, state text not null) with (fillfactor = 80);
