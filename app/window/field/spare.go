package field

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// likeness is what a text looks like, wherever it stands.
type likeness struct {
	words string
	size  float32
	style fyne.TextStyle
	face  fyne.Resource
	color color.Color
}

func likenessOf(t *canvas.Text) likeness {
	return likeness{t.Text, t.TextSize, t.TextStyle, t.FontSource, t.Color}
}

// reuse puts spare texts in the place of wanted ones, and returns those that
// are still spare. Fyne keeps the picture of a text that is gone for a minute,
// and a key changes one row of its paragraph; so the other rows stay as they are
// drawn, and the picture of the one that changed is given back at once.
func reuse(wanted, spare []*canvas.Text) []*canvas.Text {
	drawn := map[likeness][]*canvas.Text{}
	for _, t := range spare {
		drawn[likenessOf(t)] = append(drawn[likenessOf(t)], t)
	}
	taken := map[*canvas.Text]bool{}
	for i, t := range wanted {
		like := likenessOf(t)
		if same := drawn[like]; len(same) > 0 {
			drawn[like] = same[1:]
			same[0].Move(t.Position())
			wanted[i], taken[same[0]] = same[0], true
		}
	}
	var others []*canvas.Text
	for _, t := range spare {
		if !taken[t] {
			others = append(others, t)
		}
	}
	for i, t := range wanted {
		if len(others) > 0 && !taken[t] {
			wanted[i] = redrawn(others[0], t)
			others = others[1:]
		}
	}
	return others
}

// redrawn is a text with another's words in another's place.
func redrawn(t, as *canvas.Text) *canvas.Text {
	t.Text, t.TextSize, t.TextStyle, t.FontSource, t.Color = as.Text, as.TextSize, as.TextStyle, as.FontSource, as.Color
	t.Move(as.Position())
	t.Refresh()
	return t
}
