/* The one place that may. */
void
f(void)
{
	clock_gettime(0, 0);
}
