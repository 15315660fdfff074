package demo;

class HandlerReturnsTheMessage implements TicksDisplay.Handler {
    @Override
    public TicksDisplay.Ticking tick(TicksDisplay.Tick tick) {
        System.out.println(tick.second());
        return tick;
    }

    @Override
    public void done(TicksDisplay.Done done) {}
}
