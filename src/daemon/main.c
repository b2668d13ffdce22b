/* One binary: a role that a keeper started, or a command. */
#include "daemon/cli.h"
#include "daemon/keeper.h"

int
main(int count, char **words)
{
	keeper_takes_role(count, words);
	return cli_main(count, words);
}
