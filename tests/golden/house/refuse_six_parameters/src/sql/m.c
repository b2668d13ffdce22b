/* Functions. */
int
wide_one(int x, int b, int c, int (*d)(int, int), int e, int f)
{
	x++;
}
