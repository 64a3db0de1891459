-- Who looked at a code, and towards which key secrets are being encrypted anew.

-- only ever added to
create table operations.secret_views (
    id       bigint generated always as identity primary key,
    esim_id  bigint      not null,
    operator text        not null check (operator <> ''),
    reason   text        not null check (reason <> ''),
    at       timestamptz not null
);
create index secret_views_of_esim on operations.secret_views (esim_id, id);

-- While processes with different active keys run, one direction counts: the one that was there first, until its last process is gone.
create table operations.secret_rotation (
    only_row boolean     primary key default true check (only_row),
    key      text        not null,
    until    timestamptz not null
);
