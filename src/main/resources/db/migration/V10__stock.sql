-- Our own stock: eSIMs bought in bulk and SIM cards on the shelf, the orders they were allocated to, and where cards were posted to.

create schema stock;

create table stock.items (
    id             bigint generated always as identity primary key,
    kind           text           not null check (kind in ('esim', 'sim')),
    -- what variants of the supplier "stock" name it by
    sku            text           not null check (sku <> '' and sku = btrim(sku)),
    iccid          text           not null unique check (iccid ~ '^[0-9]{18,20}$'),
    apn            text,
    -- AES-GCM; whoever reads the code owns the eSIM
    code_cipher    bytea,
    code_key       text,
    -- HMAC of server and matching id: the same code is not taken in twice
    code_index     bytea unique,
    -- AES-GCM: confirmation code of an eSIM, PIN and PUK of a card
    secrets_cipher bytea,
    secrets_key    text,
    cost_amount    numeric(19, 4) not null check (cost_amount >= 0),
    cost_currency  char(3)        not null,
    -- not sold on this day any more, nor later
    expires_on     date,
    -- where a card lies: pack, shelf
    location       text,
    state          text           not null check (state in (
        'FREE', 'ALLOCATED', 'PICKED', 'SHIPPED', 'ACTIVATED', 'RETURNED', 'WITHDRAWN')),
    -- why it came back or is not sold any more
    reason         text,
    imported_at    timestamptz    not null,
    imported_by    text           not null,
    changed_at     timestamptz    not null,
    changed_by     text           not null,
    check ((kind = 'esim') = (code_cipher is not null)),
    check ((code_cipher is null) = (code_key is null) and (code_cipher is null) = (code_index is null)),
    check ((secrets_cipher is null) = (secrets_key is null)),
    check (kind = 'sim' or state not in ('PICKED', 'SHIPPED', 'ACTIVATED', 'RETURNED'))
) with (fillfactor = 80);
create index items_free on stock.items (sku, expires_on, id) where state = 'FREE';

create table stock.orders (
    id       bigint generated always as identity primary key,
    number   text        not null generated always as ('ST-' || id::text) stored unique,
    -- of the purchase: the same key again is the same order
    key      text        not null unique,
    sku      text        not null,
    quantity integer     not null check (quantity > 0),
    at       timestamptz not null
);
create index orders_by_time on stock.orders (at);

-- An item may come back and be sold again, so what an order got is an allocation, not an item.
create table stock.allocations (
    id       bigint generated always as identity primary key,
    order_id bigint      not null references stock.orders,
    item_id  bigint      not null references stock.items,
    live     boolean     not null default true,
    at       timestamptz not null,
    ended_as text check (ended_as in ('CANCELLED', 'WITHDRAWN', 'RESALEABLE', 'BROKEN')),
    check (live = (ended_as is null))
);
-- the promise itself: nothing on the shelf belongs to two orders
create unique index one_live_allocation_an_item on stock.allocations (item_id) where live;
create index allocations_of_order on stock.allocations (order_id);
create index allocations_of_item on stock.allocations (item_id, id);

-- How a card was posted; its mail says so.
create table fulfillment.shipments (
    esim_id         bigint primary key references fulfillment.esims,
    carrier         text        not null check (carrier <> ''),
    tracking_number text        not null check (tracking_number <> ''),
    tracking_url    text,
    shipped_at      timestamptz not null,
    shipped_by      text        not null
);

-- Where goods are to be sent, as the channel said; a card is not bought without.
alter table retail.orders add column shipping_address jsonb;
