package press

import (
	"errors"
	"strconv"
	"strings"

	"delegation-briefing/briefing/page"
	"delegation-briefing/briefing/press/internal/pdf"
)

// tree is the logical structure of a document (ISO 32000-1 §14.7): its
// elements that have content, in the order of their content.
type tree struct {
	root   *page.Element
	parent map[*page.Element]*page.Element
	linkOf map[*page.Element]*page.Element // the link that an element is, or is in
	nodes  map[*page.Element]*node
	order  []*node                     // as they are met on the pages
	box    map[*page.Element]pdf.Array // of figures
}

// node is an element with its content.
type node struct {
	element *page.Element
	ref     pdf.Ref
	kids    []kid
}

// kid is one piece of an element's content: another element, a marked passage
// or a link annotation.
type kid struct {
	node       *node // nil: none
	page       int
	mark       int // the passage's number on the page
	annotation int // from 1, the link's number on the page; 0: none
}

// newTree looks who belongs to whom. Parents are known by their kids, because
// elements of an earlier composition may be used again.
func newTree(root *page.Element) *tree {
	t := &tree{
		root: root, parent: map[*page.Element]*page.Element{root: nil}, linkOf: map[*page.Element]*page.Element{},
		nodes: map[*page.Element]*node{}, box: map[*page.Element]pdf.Array{},
	}
	t.walk(root, nil)
	return t
}

func (t *tree) walk(e, link *page.Element) {
	if role(e) == page.RoleLink {
		link = e
	}
	if link != nil {
		t.linkOf[e] = link
	}
	for _, kid := range e.Kids {
		if _, again := t.parent[kid]; !again {
			t.parent[kid] = e
			t.walk(kid, link)
		}
	}
}

// grow hangs the content of the pages on the tree.
func (t *tree) grow(sheets []*sheet) error {
	t.attach(t.root)
	for i, s := range sheets {
		for mark, element := range s.marks {
			if _, ok := t.parent[element]; !ok {
				return errors.New("words on a page are not part of the document's structure")
			}
			n := t.attach(element)
			n.kids = append(n.kids, kid{page: i, mark: mark})
		}
		for _, f := range s.figures {
			t.box[f.element] = f.rect(s.page)
		}
		for j, l := range s.links {
			n := t.attach(l.element)
			n.kids = append(n.kids, kid{page: i, annotation: j + 1})
		}
	}
	return nil
}

// attach makes the element's node, if need be, as the next kid of its parent.
func (t *tree) attach(e *page.Element) *node {
	if n := t.nodes[e]; n != nil {
		return n
	}
	n := &node{element: e}
	t.nodes[e] = n
	t.order = append(t.order, n)
	if parent := t.parent[e]; parent != nil {
		p := t.attach(parent)
		p.kids = append(p.kids, kid{node: n})
	}
	return n
}

// add puts the structure into a file. pages and links are the objects of the
// pages and of their link annotations.
func (t *tree) add(d *pdf.Document, sheets []*sheet, pages []pdf.Ref, links [][]pdf.Ref) pdf.Ref {
	root := d.Reserve()
	for _, n := range t.order {
		n.ref = d.Reserve()
	}
	var b []byte // of all elements; there are many
	for _, n := range t.order {
		parent := root
		if p := t.parent[n.element]; p != nil {
			parent = t.nodes[p].ref
		}
		start := len(b)
		b = t.appendElement(b, n, parent, pages, links)
		d.Set(n.ref, pdf.Raw(b[start:]))
	}
	parents, next := t.parents(d, sheets, links)
	d.Set(root, pdf.NewDict("Type", pdf.Name("StructTreeRoot"), "K", t.nodes[t.root].ref,
		"ParentTree", parents, "ParentTreeNextKey", next))
	return root
}

// appendElement writes an element. A passage on the page that the element
// names needs no more than its number.
func (t *tree) appendElement(b []byte, n *node, parent pdf.Ref, pages []pdf.Ref, links [][]pdf.Ref) []byte {
	e, home := n.element, n.home()
	b = append(append(b, "<</S/"...), role(e)...)
	b = pdf.AppendRef(append(b, "/P "...), parent)
	if validLanguage(e.Language) {
		b = pdf.Append(append(b, "/Lang"...), pdf.Text(e.Language))
	}
	switch e.Role {
	case page.RoleFigure:
		b = pdf.Append(append(b, "/Alt"...), pdf.Text(clean(e.Alt)))
		b = pdf.Append(append(b, "/A"...), pdf.NewDict("O", pdf.Name("Layout"), "BBox", t.box[e]))
	case page.RoleList:
		b = append(append(b, "/A<</O/List/ListNumbering/"...), numbering(e)+">>"...)
	}
	if home >= 0 {
		b = pdf.AppendRef(append(b, "/Pg "...), pages[home])
	}
	b = append(b, "/K["...)
	for i, k := range n.kids {
		if i > 0 {
			b = append(b, ' ')
		}
		switch {
		case k.node != nil:
			b = pdf.AppendRef(b, k.node.ref)
		case k.annotation > 0:
			b = pdf.AppendRef(append(b, "<</Type/OBJR/Pg "...), pages[k.page])
			b = append(pdf.AppendRef(append(b, "/Obj "...), links[k.page][k.annotation-1]), ">>"...)
		case k.page == home:
			b = strconv.AppendInt(b, int64(k.mark), 10)
		default:
			b = pdf.AppendRef(append(b, "<</Type/MCR/Pg "...), pages[k.page])
			b = append(strconv.AppendInt(append(b, "/MCID "...), int64(k.mark), 10), ">>"...)
		}
	}
	return append(b, "]>>"...)
}

// home is the page of the first marked passage, -1 where there is none.
func (n *node) home() int {
	for _, k := range n.kids {
		if k.node == nil && k.annotation == 0 {
			return k.page
		}
	}
	return -1
}

// numbering tells a list whose items bear labels, which are bullets, from one
// whose items bear none (§14.8.5.5).
func numbering(list *page.Element) string {
	for _, item := range list.Kids {
		for _, part := range item.Kids {
			if part.Role == page.RoleLabel {
				return "Disc"
			}
		}
	}
	return "None"
}

// parents makes the way back from pages and annotations to elements, and
// returns it with the first key that is free.
func (t *tree) parents(d *pdf.Document, sheets []*sheet, links [][]pdf.Ref) (pdf.Ref, int) {
	nums := make(pdf.Array, 0, 4*len(sheets))
	for i, s := range sheets {
		marks := make(pdf.Array, len(s.marks))
		for j, element := range s.marks {
			marks[j] = t.nodes[element].ref
		}
		nums = append(nums, i, d.Add(marks))
	}
	next := len(sheets)
	for i, s := range sheets {
		for j := range links[i] {
			nums = append(nums, next, t.nodes[s.links[j].element].ref)
			next++
		}
	}
	return d.Add(pdf.NewDict("Nums", nums)), next
}

// validLanguage reports whether a language can be stated in a PDF: at least it
// must look like one (BCP 47).
func validLanguage(tag string) bool {
	if tag == "" {
		return false
	}
	for i, part := range strings.Split(tag, "-") {
		if len(part) == 0 || len(part) > 8 || strings.ContainsFunc(part, func(r rune) bool { return !isAlphanumeric(r, i > 0) }) {
			return false
		}
	}
	return true
}

func isAlphanumeric(r rune, figures bool) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || figures && '0' <= r && r <= '9'
}

// role is what an element is in the file. A link that leads nowhere safe is
// just a passage.
func role(e *page.Element) page.Role {
	if e.Role == page.RoleLink && !safeLink(e.Link) {
		return page.RoleSpan
	}
	return e.Role
}

// safeLink reports whether an address may become a link: nothing that runs or
// opens files.
func safeLink(address string) bool {
	scheme, rest, ok := strings.Cut(address, ":")
	if !ok || rest == "" {
		return false
	}
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto", "tel":
		return true
	}
	return false
}
