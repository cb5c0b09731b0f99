package window

import (
	"image"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/page"
)

// press room for tests: the sample on its template, set again after a change.
type compositor struct {
	*page.Compositor
	job page.Job
}

func newCompositor(t testing.TB) *compositor {
	t.Helper()
	files := os.DirFS("../../assets")
	f, err := files.Open("samples/2026-03-12-norland-human-rights-dialogue.toml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s, err := briefing.ReadStatement(f)
	if err != nil {
		t.Fatal(err)
	}
	template, err := briefing.Office{files}.Template(s.Template)
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := page.FindSheet(briefing.Office{files}, s.Template)
	if err != nil {
		t.Fatal(err)
	}
	return &compositor{page.NewCompositor(files), page.Job{Statement: s, Template: template, Sheet: sheet}}
}

func (c *compositor) compose(t testing.TB) *page.Document {
	t.Helper()
	doc, err := c.Compose(c.job)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// hung is a proof in a window whose studio brings its work when it is asked.
func hung(t testing.TB, onHit func(briefing.Place, int)) (*proof, fyne.Window, func()) {
	t.Helper()
	test.NewTempApp(t)
	p := newProof(onHit, func() {})
	brought := make(chan func(), 100)
	p.studio.bring = func(f func()) { brought <- f }
	w := test.NewTempWindow(t, p.content)
	w.Resize(fyne.NewSize(500, 700))
	return p, w, func() {
		w.Canvas().Capture() // as a display would
		for {
			select {
			case f := <-brought:
				f()
				w.Canvas().Capture()
			case <-time.After(100 * time.Millisecond):
				if p.studio.idle() && len(brought) == 0 {
					return
				}
			}
		}
	}
}

func TestProofShowsThePages(t *testing.T) {
	c := newCompositor(t)
	p, w, settle := hung(t, nil)
	p.show(c.compose(t))
	settle()
	if p.sheets[0].print == nil {
		t.Fatal("the first page was not drawn")
	}
	if got, want := p.sheets[0].print.picture.Rect.Dx(), int(p.sheets[0].Size().Width*w.Canvas().Scale()); got < want-1 || got > want+1 {
		t.Errorf("drawn %d pixels wide for %d", got, want)
	}
	if inked(w.Canvas().Capture()) < 1000 {
		t.Error("there is no print to be seen")
	}
}

func inked(img image.Image) (dots int) {
	for x := range img.Bounds().Dx() {
		for y := range img.Bounds().Dy() {
			if g := color.GrayModel.Convert(img.At(x, y)).(color.Gray); g.Y < 0x60 {
				dots++
			}
		}
	}
	return dots
}

func TestOnlyChangedPagesAreDrawnAgain(t *testing.T) {
	c := newCompositor(t)
	p, _, settle := hung(t, nil)
	p.face(true)
	doc := c.compose(t)
	if len(doc.Pages) < 2 {
		t.Fatal("the sample fills one page only")
	}
	p.show(doc)
	p.scroll.ScrollToBottom()
	settle()
	first := p.sheets[0].print
	last := p.sheets[len(doc.Pages)-1].print
	c.job.Statement = c.job.Statement.Clone()
	contacts := c.job.Statement.Sections[len(c.job.Statement.Sections)-1]
	if len(contacts.People) == 0 {
		t.Fatal("the sample ends without contacts")
	}
	contacts.People[0].Name = "Somebody Else"
	changed := c.compose(t)
	changed.Pages[0] = doc.Pages[0] // as a page that did not change
	p.show(changed)
	settle()
	if first == nil || p.sheets[0].print != first {
		t.Error("the first page was drawn again though only the last changed")
	}
	if p.sheets[len(p.sheets)-1].print == last {
		t.Error("the last page changed and was not drawn again")
	}
}

// TestAPageInSightIsDrawnAtOnce: what was typed is on the page before the next
// frame asks for it. A page out of sight waits until somebody looks.
func TestAPageInSightIsDrawnAtOnce(t *testing.T) {
	c := newCompositor(t)
	p, _, settle := hung(t, nil)
	doc := c.compose(t)
	p.show(doc)
	settle()
	p.scroll.ScrollToBottom()
	settle()
	ordered := make(chan func(), 10)
	p.studio.bring = func(f func()) { ordered <- f }
	other := *doc
	other.Pages = slices.Clone(doc.Pages)
	for i, pg := range doc.Pages {
		again := *pg
		other.Pages[i] = &again
	}
	p.show(&other)
	select {
	case hang := <-ordered:
		hang()
	case <-time.After(5 * time.Second):
		t.Fatal("no page was drawn before a frame asked for it")
	}
	last := p.sheets[len(p.sheets)-1]
	if last.print.page != last.page {
		t.Error("the page in sight is as it was")
	}
	if first := p.sheets[0]; p.sees(first) || first.print == nil || first.print.page == first.page {
		t.Error("the page out of sight was drawn too")
	}
}

// TestPagesAreDrawnOnTheSamePaper: typing makes no new picture for each key.
func TestPagesAreDrawnOnTheSamePaper(t *testing.T) {
	c := newCompositor(t)
	p, _, settle := hung(t, nil)
	doc := c.compose(t)
	seen := map[*image.RGBA]bool{}
	for range 6 {
		again := *doc.Pages[0]
		p.show(&page.Document{Pages: []*page.Page{&again}})
		settle()
		if p.sheets[0].print.page != &again {
			t.Fatal("the page is not shown")
		}
		seen[p.sheets[0].print.picture] = true
	}
	if len(seen) > 3 {
		t.Errorf("%d pictures for one page", len(seen))
	}
	p.zoom(2)
	settle()
	if n := len(p.studio.spares); n > 1 {
		t.Errorf("%d pictures of another zoom are kept", n)
	}
}

func TestAClickFindsTheWords(t *testing.T) {
	c := newCompositor(t)
	var at briefing.Place
	var offset int
	p, _, settle := hung(t, func(a briefing.Place, o int) { at, offset = a, o })
	doc := c.compose(t)
	p.show(doc)
	settle()
	want := briefing.Place{Section: "opening", Field: "text"}
	p.mark(want, 20)
	if p.caret.Hidden {
		t.Fatal("the caret is not on the page")
	}
	spot, _ := doc.Caret(want, 20)
	middle := p.caret.Position().Add(fyne.NewDelta(0.5, p.caret.Size().Height/2))
	sheet := p.sheets[spot.Page]
	test.TapAt(sheet, middle.Subtract(sheet.Position()))
	if at != want || offset < 19 || offset > 21 {
		t.Errorf("a click on the caret leads to %v, %d; not to %v, 20", at, offset, want)
	}
}

func TestTheWheelScrollsAndAClickGoesThrough(t *testing.T) {
	c := newCompositor(t)
	hits := 0
	p, w, settle := hung(t, func(briefing.Place, int) { hits++ })
	p.show(c.compose(t))
	settle()
	if _, ok := any(p.sheets[0]).(fyne.Scrollable); ok {
		t.Error("a sheet is Scrollable: Fyne would draw every page of a brief, in sight or not")
	}
	test.Scroll(w.Canvas(), fyne.NewPos(250, 300), 0, -50)
	if p.scroll.Offset.Y == 0 {
		t.Error("the wheel does not scroll the pages")
	}
	p.scroll.ScrollToTop()
	p.mark(briefing.Place{Section: "opening", Field: "text"}, 20)
	test.TapCanvas(w.Canvas(), fyne.CurrentApp().Driver().AbsolutePositionForObject(p.caret).AddXY(0.5, 3))
	if hits != 1 {
		t.Errorf("a click on the page led to words %d times", hits)
	}
}

func TestTheCaretIsBroughtIntoSight(t *testing.T) {
	c := newCompositor(t)
	p, _, settle := hung(t, nil)
	p.show(c.compose(t))
	settle()
	last := c.job.Statement.Sections[len(c.job.Statement.Sections)-1]
	p.mark(briefing.Place{Section: last.Key, Item: 1, Field: "name"}, 0)
	if y := p.caret.Position().Y; p.scroll.Offset.Y == 0 || y < p.scroll.Offset.Y || y > p.scroll.Offset.Y+p.scroll.Size().Height {
		t.Errorf("the caret is at %v, what is seen begins at %v", y, p.scroll.Offset.Y)
	}
}

func TestTooManyPagesAreSaid(t *testing.T) {
	c := newCompositor(t)
	p, _, _ := hung(t, nil)
	p.limit(1)
	p.show(c.compose(t))
	over := p.count.Text
	p.limit(9)
	if within := p.count.Text; within == over || len(within) > len(over) {
		t.Errorf("over the limit %q, within %q", over, within)
	}
}

func TestZoom(t *testing.T) {
	c := newCompositor(t)
	p, w, settle := hung(t, nil)
	p.show(c.compose(t))
	settle()
	wide := p.sheets[0].Size().Width
	p.zoom(1.25)
	if got := p.sheets[0].Size().Width; got < 1.2*wide {
		t.Errorf("%v wide, before %v", got, wide)
	}
	p.fitPage()
	if got := p.sheets[0].Size(); got.Height > p.scroll.Size().Height {
		t.Errorf("a whole page is %v high in %v", got, p.scroll.Size())
	}
	p.fit()
	w.Resize(fyne.NewSize(700, 700))
	if got := p.sheets[0].Size().Width; got < 600 {
		t.Errorf("a page as wide as a pane of 700 is %v wide", got)
	}
	p.face(true)
	if a, b := p.sheets[0].Position(), p.sheets[1].Position(); a.Y != b.Y || b.X <= a.X {
		t.Errorf("facing pages at %v and %v", a, b)
	}
}

// TestFacingPagesShowThatTheyAreOn: pages as wide as the pane are small then.
func TestFacingPagesShowThatTheyAreOn(t *testing.T) {
	c := newCompositor(t)
	p, _, _ := hung(t, nil)
	preferences := fyne.CurrentApp().Preferences()
	preferences.SetBool(facingSetting, true)
	p.resumeView(preferences)
	p.show(c.compose(t))
	if p.pairs.Importance != widget.MediumImportance {
		t.Error("it does not show that they are on, as they were left")
	}
	test.Tap(p.pairs)
	if p.facing || p.pairs.Importance != widget.LowImportance {
		t.Error("it does not show that they are off")
	}
}

func TestTheCountIsReadInANarrowPane(t *testing.T) {
	c := newCompositor(t)
	p, w, _ := hung(t, nil)
	p.limit(1)
	p.show(c.compose(t))
	for _, width := range []float32{1000, 400, 250} {
		w.Resize(fyne.NewSize(width, 700))
		if got, need := p.count.Size().Width, p.count.MinSize().Width; got < need {
			t.Errorf("in a pane of %v the count has %v and needs %v", width, got, need)
		}
		for _, tool := range p.bar.Objects {
			end := tool.Position().Add(tool.Size())
			if tool != p.count && (!tool.Visible() || end.X > width || end.Y > p.bar.Size().Height) {
				t.Errorf("in a pane of %v a tool ends at %v of %v", width, end, p.bar.Size())
			}
		}
	}
}

// TestPagesAreWholePixels: otherwise Fyne leaves out a row of the picture.
func TestPagesAreWholePixels(t *testing.T) {
	c := newCompositor(t)
	p, w, settle := hung(t, nil)
	p.show(c.compose(t))
	for _, width := range []float32{500, 501.3, 622.7} {
		w.Resize(fyne.NewSize(width, 700))
		settle()
		size, print := p.sheets[0].Size(), p.sheets[0].print.picture.Rect
		if scale := w.Canvas().Scale(); size.Width*scale != float32(print.Dx()) || size.Height*scale != float32(print.Dy()) {
			t.Errorf("a page of %v has a picture of %v", size, print)
		}
	}
}

// TestPagesOfEarlierWordsAreVeiled while those of now cannot be set, and bear no
// caret.
func TestPagesOfEarlierWordsAreVeiled(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.until("pages", func() bool { return a.proof.doc != nil && a.proof.caret.Visible() })
	opening := briefing.Place{Section: "opening", Field: "text"}
	was := a.text("opening", 0, "text")
	a.draft.Type(opening, was+" \U0001F600")
	a.until("the veil", a.proof.veil.Visible)
	if a.proof.caret.Visible() || a.proof.count.Text != L("Pages of earlier words") {
		t.Errorf("above the pages stands %q, the caret is shown: %v", a.proof.count.Text, a.proof.caret.Visible())
	}
	a.draft.Type(opening, was)
	a.until("the pages of now", func() bool { return !a.proof.veil.Visible() })
	if !strings.HasPrefix(a.proof.count.Text, N("pages", len(a.proof.doc.Pages))) {
		t.Errorf("above the pages stands %q", a.proof.count.Text)
	}
}

// TestNoPagesOfAnotherStatement stand beside one whose pages cannot be set, and why is
// said for as long as that is so.
func TestNoPagesOfAnotherStatement(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	a.until("pages", func() bool { return a.proof.doc != nil })
	s := a.draft.Statement()
	s.ID = ""
	s.SetText(briefing.Place{Section: "opening", Field: "text"}, "They met. \U0001F600")
	a.add(s)
	a.until("why there are none", func() bool { return a.status.unprinted != "" })
	if len(a.proof.sheets) != 0 {
		t.Errorf("%d pages of another statement are shown", len(a.proof.sheets))
	}
	if a.status.say(""); !strings.Contains(a.status.disk.Text, "cannot be printed") {
		t.Errorf("the officer reads %q", a.status.disk.Text)
	}
	a.draft.Type(briefing.Place{Section: "opening", Field: "text"}, "They met.")
	a.until("pages again", func() bool { return len(a.proof.sheets) > 0 })
	if a.status.unprinted != "" || strings.Contains(a.status.disk.Text, "printed") {
		t.Errorf("the officer still reads %q", a.status.disk.Text)
	}
}
