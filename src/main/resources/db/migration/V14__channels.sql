-- What the channels tell beside snapshots, what people decided about orders, and what the channels were told in return.

alter table operations.inbox
    drop constraint inbox_outcome_check,
    add constraint inbox_outcome_check check (outcome in ('MERGED', 'DEAD_LETTER', 'NOT_RELEVANT')),
    -- why nothing was made of it
    add column note text;

-- Refunds as the channel numbered them; one may come before its order. Money goes back at the channel, never here.
create table retail.refunds (
    id           bigint generated always as identity primary key,
    channel      text           not null,
    shop         text           not null,
    order_ref    text           not null,
    external_id  text           not null,
    refunded_at  timestamptz    not null,
    amount       numeric(19, 4),
    currency     char(3),
    unique (channel, shop, order_ref, external_id),
    check ((amount is null) = (currency is null))
);

create table retail.refund_lines (
    refund_id bigint  not null references retail.refunds,
    -- the channel's id of the order's line
    line_ref  text    not null,
    quantity  integer not null check (quantity > 0),
    primary key (refund_id, line_ref)
);

alter table retail.orders
    -- refunds that the newest snapshot lists, and so counts already; null: it lists none, or cannot
    add column counted_refunds text[],
    -- why it waits for a person, until one releases it
    add column held            text,
    add column released_at     timestamptz,
    add column released_by     text,
    -- a person ended it: nothing is owed any more, whatever the channel says
    add column stopped_at      timestamptz,
    add column stopped_by      text,
    -- an address that a person gave for this order's mails
    add column deliver_to      text check (deliver_to <> ''),
    -- the person is not in our books any more
    add column redacted_at     timestamptz,
    add check ((released_at is null) = (released_by is null)),
    add check ((stopped_at is null) = (stopped_by is null));

alter table retail.customers
    add column redacted_at timestamptz;

-- The channel is to be told what was sent. One row an order, made when its first mail is out, if its channel can be told.
create table retail.confirmations (
    order_id      bigint      primary key references retail.orders,
    -- mails that are out, and how many of them the channel has heard of
    deliveries    integer     not null check (deliveries > 0),
    told          integer     not null default 0 check (told >= 0 and told <= deliveries),
    told_at       timestamptz,
    -- which run is telling it, and when that is no longer believed
    telling_by    uuid,
    telling_until timestamptz,
    -- the newest work item that tells it; the sweeper looks whether it is still there
    work_key      text        not null,
    changed_at    timestamptz not null,
    check ((telling_by is null) = (telling_until is null)),
    check ((told = 0) = (told_at is null))
) with (fillfactor = 70);
create index confirmations_untold on retail.confirmations (order_id) where told < deliveries;

create schema channels;

-- How far a channel's list was read: the newest time in it that the channel itself said.
create table channels.cursors (
    channel  text        not null,
    account  text        not null,
    name     text        not null,
    position timestamptz not null,
    primary key (channel, account, name)
);

alter table retail.order_lines
    -- of the quantity: taken off by refunds that the newest snapshot does not count yet
    add column refunded integer not null default 0 check (refunded between 0 and quantity);
