-- What the program does not need at run time it may not do: of a command only its answer is written after it began.
revoke update on kernel.command from ennoshita_app;
grant update (answer) on kernel.command to ennoshita_app;
