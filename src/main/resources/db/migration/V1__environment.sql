-- Says which environment this database belongs to. A process of another environment refuses to work on it, and the id
-- goes into every purchase key, so that a restored copy and its original never share one.
create schema operations;

create table operations.environment (
    only_row   boolean     primary key default true check (only_row),
    id         uuid        not null default gen_random_uuid(),
    name       text        not null check (name <> ''),
    created_at timestamptz not null default now()
);

insert into operations.environment (name) values ('${environment}');

comment on table operations.environment is 'One row: the environment this database was created for. Never updated.';
