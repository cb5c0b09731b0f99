package pdf

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// InParallel calls f for every item, on as many processors as there are, and
// returns the results in the order of the items.
func InParallel[T, R any](items []T, f func(T) R) []R {
	results := make([]R, len(items))
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(items)) {
		wait.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(items); i = next.Add(1) - 1 {
				results[i] = f(items[i])
			}
		})
	}
	wait.Wait()
	return results
}
