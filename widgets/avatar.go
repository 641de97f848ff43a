package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

const avatarSide = 32

// avatar is a disc with the initials of a person; hidden without any.
type avatar struct {
	base
	letters string
	disc    *canvas.Circle
	words   *canvas.Text
}

func newAvatar() *avatar {
	a := &avatar{disc: &canvas.Circle{}, words: &canvas.Text{}}
	a.Hidden = true
	a.ExtendBaseWidget(a)
	return a
}

func (a *avatar) set(letters string) {
	a.letters, a.Hidden = letters, letters == ""
	a.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (a *avatar) CreateRenderer() fyne.WidgetRenderer { return render(a) }

func (a *avatar) parts() []fyne.CanvasObject { return []fyne.CanvasObject{a.disc, a.words} }

func (a *avatar) repaint() {
	a.disc.FillColor = paint(theme.ColorNameSelection)
	a.words.Text, a.words.Color = a.letters, paint(theme.ColorNamePrimary)
	a.words.TextSize, a.words.TextStyle.Bold = measureOf(theme.SizeNameCaptionText), true
}

func (a *avatar) minSize() fyne.Size { return fyne.NewSize(avatarSide, avatarSide) }

func (a *avatar) layout(size fyne.Size) {
	put(a.disc, 0, 0, size.Width, size.Height)
	m := a.words.MinSize()
	put(a.words, (size.Width-m.Width)/2, (size.Height-m.Height)/2, m.Width, m.Height)
}
