package widgets

import (
	"image"
	"image/color"
	"image/draw"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/theme"
)

// pictureWidth is the width of a picture in units, its margin included.
const pictureWidth, pictureMargin = 720, 28

// A Picture is a chart by itself, to be saved or printed: its title, its note,
// the drawing, and a line under it, such as the date.
type Picture struct {
	Drawing Drawing
	Foot    string
}

// stripHeight is how much of a picture is painted at once: the UI goroutine is
// held up for some milliseconds only.
const stripHeight = 24

// Paint paints the picture, so many device pixels to a unit. On screen it has the
// colours of the theme in force, on paper those of the light one. It is called
// off the UI goroutine, and has the pieces of its work done there by do, which
// returns when a piece is done, or an error when none will be any more.
func (p Picture) Paint(scale float32, paper bool, do func(func()) error) (image.Image, error) {
	var all []fyne.CanvasObject
	var height float32
	if err := do(func() { all, height = p.compose(pictureMode(paper)) }); err != nil {
		return nil, err
	}
	whole := image.NewRGBA(image.Rect(0, 0, int(pictureWidth*scale), int(height*scale)))
	for y := float32(0); y < height; y += stripHeight {
		var strip image.Image
		if err := do(func() { strip = paintStrip(all, y, scale) }); err != nil {
			return nil, err
		}
		at := image.Pt(0, int(y*scale))
		draw.Draw(whole, strip.Bounds().Add(at), strip, image.Point{}, draw.Src)
	}
	return whole, nil
}

// paintStrip paints what lies on the strip that begins at y.
func paintStrip(all []fyne.CanvasObject, y, scale float32) image.Image {
	box := container.NewWithoutLayout()
	for _, o := range all {
		if top := o.Position().Y; top < y+stripHeight && top+o.Size().Height+1 > y {
			box.Objects = append(box.Objects, o)
			o.Move(o.Position().SubtractXY(0, y))
			defer o.Move(o.Position().AddXY(0, y))
		}
	}
	c := software.NewCanvas()
	c.SetScale(scale)
	c.SetPadded(false)
	c.SetContent(box)
	c.Resize(fyne.NewSize(pictureWidth, stripHeight))
	return c.Capture()
}

// pictureMode is the look of a picture.
func pictureMode(paper bool) pen {
	if !paper && dark() {
		return paperPen(ModeDark)
	}
	return paperPen(ModeLight)
}

// compose sets the parts of the picture on its ground.
func (p Picture) compose(ink pen) ([]fyne.CanvasObject, float32) {
	const width = pictureWidth - 2*pictureMargin
	s := sketch{pen: ink}
	s.height += s.paragraph(0, s.height, width, RoleCardTitle, p.Drawing.Title) + 2
	s.height += s.paragraph(0, s.height, width, RoleSecondary, p.Drawing.Note) + 14
	chart := sketchOf(&p.Drawing, width, ink)
	for _, o := range chart.objects {
		o.Move(o.Position().AddXY(0, s.height))
	}
	s.height += chart.height + 14
	foot := s.height
	s.height += s.paragraph(0, foot, width, RoleCaption, p.Foot)
	s.objects = append(s.objects, chart.objects...)
	for _, o := range s.objects {
		o.Move(o.Position().AddXY(pictureMargin, pictureMargin))
	}
	height := ceil(s.height) + 2*pictureMargin
	back := canvas.NewRectangle(s.ink(s.ground))
	back.Resize(fyne.NewSize(pictureWidth, height))
	return append([]fyne.CanvasObject{back}, s.objects...), height
}

// dark reports whether the theme in force is the dark one.
func dark() bool {
	c := color.GrayModel.Convert(paint(theme.ColorNameBackground)).(color.Gray)
	return c.Y < 128
}
