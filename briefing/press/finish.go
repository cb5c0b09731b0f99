package press

import (
	"io"
	"sync"

	"delegation-briefing/briefing/page"
	"delegation-briefing/briefing/press/internal/pdf"
)

// finish turns what gofpdf drew into the finished file: it keeps the pages,
// pictures, links and outline, packs everything once, and adds fonts,
// structure, metadata and the meaning of the colours.
func (s *setting) finish(w io.Writer, drawn []byte, info Info) error {
	file, err := pdf.Read(drawn)
	if err != nil {
		return err
	}
	f := finisher{setting: s, file: file, catalog: file.Dict(file.Root)}
	f.pack()
	title := s.title()
	root := f.add()
	root.Set("Metadata", f.out.AddPlain(pdf.NewDict("Type", pdf.Name("Metadata"), "Subtype", pdf.Name("XML")),
		metadata(title, s.language(), info)))
	return f.out.WriteTo(w, f.out.Add(root), f.out.Add(infoDict(title, info)))
}

// finisher is one run of finish.
type finisher struct {
	*setting
	file        *pdf.File
	catalog     *pdf.Dict // of the drawn file
	out         pdf.Document
	pages       []pdf.Ref
	links       [][]pdf.Ref // by page
	annotations int         // so far
	copied      map[pdf.Ref]pdf.Ref
}

// pack packs the pages and fonts that no memory had.
func (f *finisher) pack() {
	var tasks []func()
	for i, kid := range f.drawnPages() {
		if sheet := f.sheets[i]; sheet.packed == nil {
			content := f.file.Stream(f.file.Dict(kid).Get("Contents"))
			tasks = append(tasks, func() { f.sheets[i] = sheet.withContent(content) })
		}
	}
	for _, face := range f.faces {
		tasks = append(tasks, f.fonts[face].pack)
	}
	pdf.InParallel(tasks, func(task func()) struct{} { task(); return struct{}{} })
}

// withContent is the sheet with its content, as it was drawn, packed. The
// operators are needed no more; the pictures between them are.
func (s *sheet) withContent(content []byte) *sheet {
	done := *s
	done.packed = pdf.Deflate(content)
	done.pieces = nil
	for _, p := range s.pieces {
		if p.picture != nil {
			done.pieces = append(done.pieces, piece{picture: p.picture})
		}
	}
	return &done
}

func (f *finisher) drawnPages() pdf.Array {
	return f.file.Array(f.file.Dict(f.catalog.Get("Pages")).Get("Kids"))
}

// add adds all objects but those that describe the file, and returns the
// catalog.
func (f *finisher) add() *pdf.Dict {
	tree := f.out.Reserve()
	f.copied = map[pdf.Ref]pdf.Ref{}
	for _, kid := range f.drawnPages() {
		ref := f.out.Reserve()
		f.pages = append(f.pages, ref)
		f.copied[kid.(pdf.Ref)] = ref
	}
	resources := f.out.Add(f.resources())
	for i, kid := range f.drawnPages() {
		f.addPage(i, f.file.Dict(kid), tree, resources)
	}
	f.out.Set(tree, pdf.NewDict("Type", pdf.Name("Pages"), "Kids", array(f.pages), "Count", len(f.pages)))
	return pdf.NewDict("Type", pdf.Name("Catalog"), "Pages", tree,
		"Lang", pdf.Text(f.language()),
		"MarkInfo", pdf.NewDict("Marked", true),
		"StructTreeRoot", f.tree.add(&f.out, f.sheets, f.pages, f.links),
		"ViewerPreferences", f.preferences(),
		"PageMode", f.catalog.Get("PageMode"),
		"Outlines", f.outlines(),
		"OutputIntents", pdf.Array{f.intent()})
}

func array(refs []pdf.Ref) pdf.Array {
	a := make(pdf.Array, len(refs))
	for i, ref := range refs {
		a[i] = ref
	}
	return a
}

func (f *finisher) resources() *pdf.Dict {
	fonts := &pdf.Dict{}
	for _, face := range f.faces {
		fonts.Set(f.fonts[face].key, f.fonts[face].add(&f.out))
	}
	d := pdf.NewDict("Font", fonts)
	drawn := f.file.Dict(f.file.Dict(f.drawnPages()[0]).Get("Resources"))
	if pictures := f.file.Dict(drawn.Get("XObject")); pictures.Len() > 0 {
		d.Set("XObject", f.out.Copy(f.file, pictures, f.copied))
	}
	return d
}

func (f *finisher) addPage(i int, drawn *pdf.Dict, tree, resources pdf.Ref) {
	sheet := f.sheets[i]
	d := pdf.NewDict("Type", pdf.Name("Page"), "Parent", tree,
		"MediaBox", pdf.Array{0, 0, sheet.page.Width, sheet.page.Height},
		"Resources", resources,
		"Contents", f.out.AddStream(&pdf.Dict{}, sheet.packed),
		"StructParents", i)
	f.links = append(f.links, f.addLinks(i, drawn))
	if len(f.links[i]) > 0 {
		d.Set("Annots", array(f.links[i]))
		d.Set("Tabs", pdf.Name("S")) // tabulator key: in the order of the structure
	}
	f.out.Set(f.pages[i], d)
}

// addLinks makes objects of a page's links. gofpdf writes their places upside
// down.
func (f *finisher) addLinks(i int, drawn *pdf.Dict) []pdf.Ref {
	var refs []pdf.Ref
	for j, annotation := range f.file.Array(drawn.Get("Annots")) {
		sheet, d := f.sheets[i], f.file.Dict(annotation)
		l := sheet.links[j]
		d.Set("Rect", l.rect(sheet.page))
		const printed = 4
		d.Set("F", printed)
		d.Set("Contents", pdf.Text(l.description()))
		d.Set("StructParent", len(f.sheets)+f.annotations)
		f.annotations++
		d.Set("P", f.pages[i])
		refs = append(refs, f.out.Add(d))
	}
	return refs
}

// rect is the area with the origin at the page's lower left corner.
func (a area) rect(p *page.Page) pdf.Array {
	return pdf.Array{a.left, p.Height - a.bottom, a.right, p.Height - a.top}
}

// description is what is read aloud for a link.
func (a area) description() string {
	if alt := clean(a.element.Alt); alt != "" {
		return alt
	}
	return clean(a.element.Link)
}

func (f *finisher) preferences() *pdf.Dict {
	d := pdf.NewDict("DisplayDocTitle", true)
	if f.doc.RTL {
		d.Set("Direction", pdf.Name("R2L"))
	}
	return d
}

// outlines keeps the outline and counts its entries, which gofpdf does not.
func (f *finisher) outlines() pdf.Object {
	root := f.catalog.Get("Outlines")
	if root == nil {
		return nil
	}
	f.countEntries(f.file.Dict(root))
	return f.out.Copy(f.file, root, f.copied)
}

func (f *finisher) countEntries(parent *pdf.Dict) int {
	n := 0
	for entry := parent.Get("First"); entry != nil; entry = f.file.Dict(entry).Get("Next") {
		n += 1 + f.countEntries(f.file.Dict(entry))
	}
	parent.Delete("Count")
	if n > 0 {
		parent.Set("Count", n)
	}
	return n
}

// intent says that the colours of the file are sRGB (ISO 19005-2 §6.2.3).
func (f *finisher) intent() pdf.Ref {
	return f.out.Add(pdf.NewDict("Type", pdf.Name("OutputIntent"), "S", pdf.Name("GTS_PDFA1"),
		"OutputConditionIdentifier", pdf.Text("sRGB"), "Info", pdf.Text("sRGB IEC61966-2.1"),
		"RegistryName", pdf.Text("http://www.color.org"),
		"DestOutputProfile", f.out.AddStream(pdf.NewDict("N", 3), packedProfile())))
}

var packedProfile = sync.OnceValue(func() []byte { return pdf.Deflate(profile()) })

// title is what the window's bar shows; there must be one.
func (s *setting) title() string {
	if t := clean(s.doc.Title); t != "" {
		return t
	}
	for _, sheet := range s.sheets {
		for _, h := range sheet.heads {
			if t := clean(h.element.Title); t != "" {
				return t
			}
		}
	}
	return "Untitled"
}

// language is that of the document; "und" where it has none.
func (s *setting) language() string {
	if validLanguage(s.doc.Language) {
		return s.doc.Language
	}
	return "und"
}
