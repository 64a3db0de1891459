-- From what is owed to what was bought and mailed; shared by retail and wholesale.

create schema fulfillment;

create table fulfillment.requests (
    id          bigint generated always as identity primary key,
    owner_kind  text    not null,
    owner_order bigint  not null,
    owner_line  bigint  not null,
    -- the channel's own id of the line: part of the purchase key, so that the key survives a restore
    line_ref    text    not null,
    sku         text    not null,
    quantity    integer not null check (quantity >= 0),
    unique (owner_kind, owner_line)
);
create index requests_of_order on fulfillment.requests (owner_order, owner_kind);

create table fulfillment.units (
    id         bigint generated always as identity primary key,
    request_id bigint  not null references fulfillment.requests,
    ordinal    integer not null check (ordinal > 0),
    state      text    not null check (state in ('OWED', 'PARKED', 'BUYING', 'BOUGHT', 'SENT', 'DROPPED')),
    reason     text,
    -- refusals of suppliers before this moment no longer count in the choice of a variant
    considered_from timestamptz not null,
    unique (request_id, ordinal),
    check (state <> 'PARKED' or reason is not null)
) with (fillfactor = 70);

create table fulfillment.purchases (
    id             bigint generated always as identity primary key,
    request_id     bigint         not null references fulfillment.requests,
    key            text           not null unique,
    supplier       text           not null,
    supplier_sku   text           not null,
    quantity       integer        not null check (quantity > 0),
    unit_cost      numeric(19, 4) not null check (unit_cost >= 0),
    cost_currency  char(3)        not null,
    state          text           not null check (state in (
        'DISPATCHED', 'ACCEPTED', 'UNKNOWN', 'COMPLETED', 'REJECTED', 'NOT_PLACED', 'NOT_BOUGHT')),
    -- why it ended as it did, in one word, and the supplier's words
    outcome        text,
    answer         text,
    supplier_order text,
    dispatched_at  timestamptz    not null,
    answer_by      timestamptz    not null check (answer_by > dispatched_at),
    answered_at    timestamptz,
    -- when the supplier's list was first found not to hold it
    absent_since   timestamptz,
    unique (supplier, supplier_order),
    check (state not in ('ACCEPTED', 'COMPLETED') or supplier_order is not null),
    check (state in ('DISPATCHED', 'UNKNOWN') or answered_at is not null)
) with (fillfactor = 80);
create index purchases_of_request on fulfillment.purchases (request_id);
create index purchases_open on fulfillment.purchases (supplier, state)
    where state in ('DISPATCHED', 'ACCEPTED', 'UNKNOWN');

create table fulfillment.purchase_units (
    purchase_id bigint  not null references fulfillment.purchases,
    unit_id     bigint  not null references fulfillment.units,
    live        boolean not null,
    primary key (purchase_id, unit_id)
);
-- the promise itself: while one purchase of a unit may have happened, there is no other
create unique index one_live_purchase_a_unit on fulfillment.purchase_units (unit_id) where live;

create table fulfillment.esims (
    id               bigint generated always as identity primary key,
    purchase_id      bigint      not null references fulfillment.purchases,
    unit_id          bigint      not null unique references fulfillment.units,
    supplier         text        not null,
    supplier_esim_id text        not null,
    iccid            text check (iccid ~ '^[0-9]{10,22}$'),
    apn              text,
    -- AES-GCM; whoever reads the code owns the eSIM
    code_cipher      bytea       not null,
    code_key         text        not null,
    code_index       bytea       not null,
    created_at       timestamptz not null,
    unique (supplier, supplier_esim_id)
);
create index esims_of_purchase on fulfillment.esims (purchase_id);
create index esims_by_code on fulfillment.esims (code_index);

create table fulfillment.deliveries (
    id          bigint generated always as identity primary key,
    owner_kind  text        not null,
    owner_order bigint      not null,
    recipient   text        not null check (recipient <> ''),
    message_id  text        not null unique,
    state       text        not null check (state in ('PENDING', 'SENT', 'REFUSED', 'WITHDRAWN')),
    created_at  timestamptz not null,
    sent_at     timestamptz,
    -- which process has the mail in its hands, and when that is no longer believed
    sending_by    uuid,
    sending_until timestamptz,
    check ((state = 'SENT') = (sent_at is not null))
) with (fillfactor = 80);
create index deliveries_of_order on fulfillment.deliveries (owner_order, owner_kind);

create table fulfillment.delivery_esims (
    delivery_id bigint not null references fulfillment.deliveries,
    esim_id     bigint not null references fulfillment.esims,
    primary key (delivery_id, esim_id)
);
create index deliveries_of_esim on fulfillment.delivery_esims (esim_id);
