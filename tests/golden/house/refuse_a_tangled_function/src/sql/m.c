/* Twelve forks and the way itself. */
int
tangled_one(int x)
{
	if (x && x || x)
		x = x ? 1 : 2;
	for (;;)
		while (x)
			x--;
	switch (x) {
	case 1: case 2: case 3: case 4: case 5: case 6:
		return 0;
	}
	return 1;
}
