-- Orders of the channels' customers, as far as they concern us.

create schema retail;

create table retail.customers (
    id          bigint generated always as identity primary key,
    channel     text        not null,
    shop        text        not null,
    external_id text        not null,
    email       text,
    name        text,
    locale      text,
    created_at  timestamptz not null,
    unique (channel, shop, external_id)
);

create table retail.orders (
    id                   bigint generated always as identity (start with 100001) primary key,
    -- ours: a shop's "#1001" is not unique
    number               text           not null generated always as ('EH-' || id::text) stored unique,
    channel              text           not null,
    shop                 text           not null,
    external_id          text           not null,
    external_name        text           not null,
    customer_id          bigint references retail.customers,
    email                text check (email <> ''),
    customer_name        text,
    locale               text,
    -- the channel's own time of the newest snapshot that was merged
    snapshot_at          timestamptz    not null,
    payment              text           not null check (payment in ('UNPAID', 'PAID', 'REFUNDED', 'VOIDED')),
    cancelled            boolean        not null,
    test                 boolean        not null,
    total_amount         numeric(19, 4),
    currency             char(3),
    presentment_amount   numeric(19, 4),
    presentment_currency char(3),
    placed_at            timestamptz,
    -- why nothing is done for it, if so
    ignored              text,
    -- eSIMs of ours that the channel owes its customer now
    owed                 integer        not null check (owed >= 0),
    state                text           not null check (state in (
        'IGNORED', 'CANCELLED', 'REFUNDED', 'NEEDS_ATTENTION', 'AWAITING_PAYMENT', 'DELIVERED', 'FULFILLED',
        'PARTIALLY_FULFILLED', 'IN_FULFILLMENT')),
    reason               text,
    -- nothing is left to do; a column of its own, so that the index below changes once in an order's life
    final                boolean        not null generated always as
        (state in ('IGNORED', 'CANCELLED', 'REFUNDED', 'DELIVERED')) stored,
    -- the newest work item that moves this order; the sweeper looks whether it is still there
    work_key             text,
    created_at           timestamptz    not null,
    updated_at           timestamptz    not null,
    unique (channel, shop, external_id),
    check ((total_amount is null) = (currency is null)),
    check ((presentment_amount is null) = (presentment_currency is null)),
    check (state <> 'IGNORED' or reason is not null)
) with (fillfactor = 80);
create index orders_not_final on retail.orders (id) where not final;
create index orders_by_name on retail.orders (external_name);

create table retail.order_lines (
    id            bigint generated always as identity primary key,
    order_id      bigint  not null references retail.orders,
    external_id   text    not null,
    sku           text,
    title         text    not null,
    -- what the channel owes its customer now, after edits and refunds
    quantity      integer not null check (quantity >= 0),
    ownership     text    not null check (ownership in ('OURS', 'NOT_OURS')),
    unit_amount   numeric(19, 4),
    unit_currency char(3),
    unique (order_id, external_id),
    check (ownership = 'NOT_OURS' or sku is not null),
    check ((unit_amount is null) = (unit_currency is null))
);
