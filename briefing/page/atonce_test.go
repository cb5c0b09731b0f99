package page_test

import (
	"sync"
	"testing"

	"delegation-briefing/assets"
	"delegation-briefing/briefing/page"
)

// TestAtOnce: one compositor sets several statements at once as it sets them
// one after the other.
func TestAtOnce(t *testing.T) {
	c := page.NewCompositor(assets.Files)
	var wait sync.WaitGroup
	for name, s := range scripts(t) {
		want := dump(compose(t, page.NewCompositor(assets.Files), job(t, s)))
		for range 3 {
			j := job(t, s)
			wait.Go(func() {
				doc, err := c.Compose(j)
				if err != nil {
					t.Error(err)
				} else if dump(doc) != want {
					t.Errorf("%s differs", name)
				}
			})
		}
	}
	wait.Wait()
}
