namespace Stemma.App;

static class Program
{
    static int Main() => 0;
}
