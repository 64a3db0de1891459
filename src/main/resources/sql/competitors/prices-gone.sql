update prices set current = 0
where current = 1 and plan in (select id from plans where competitor = ? and listed = 0)
