-- Reserved: its place is taken by a change that comes beside this one.
select 1;
