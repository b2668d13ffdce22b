/* The one place that may. */
void
f(void)
{
	execve(0, 0, 0);
}
