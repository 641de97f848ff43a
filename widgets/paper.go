package widgets

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io"
	"strconv"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// A Paper is a size of pages.
type Paper string

// The sizes of paper.
const (
	PaperA4     Paper = "A4"
	PaperLetter Paper = "Letter" // in North America
)

// WritePages writes pictures of one width one below the other on pages, as a
// PDF that was made at an instant. It may be called from any goroutine.
func WritePages(w io.Writer, title string, at time.Time, size Paper, pictures []image.Image) error {
	const margin, gap = 18.0, 4.0 // millimetres
	doc := fpdf.New("P", "mm", string(size), "")
	doc.SetTitle(title, true)
	doc.SetCreator("Afterword", true)
	doc.SetCreationDate(at)
	doc.SetModificationDate(at)
	doc.SetAutoPageBreak(false, 0)
	pageWidth, pageHeight := doc.GetPageSize()
	width, y := pageWidth-2*margin, pageHeight
	for i, p := range pictures {
		var b bytes.Buffer
		if err := png.Encode(&b, p); err != nil {
			return fmt.Errorf("picture %d: %w", i, err)
		}
		height := width * float64(p.Bounds().Dy()) / float64(p.Bounds().Dx())
		if y+height > pageHeight-margin {
			doc.AddPage()
			y = margin
		}
		name, options := "picture"+strconv.Itoa(i), fpdf.ImageOptions{ImageType: "PNG"}
		doc.RegisterImageOptionsReader(name, options, &b)
		doc.ImageOptions(name, margin, y, width, height, false, options, 0, "")
		y += height + gap
	}
	if err := doc.Output(w); err != nil {
		return fmt.Errorf("write pages: %w", err)
	}
	return nil
}
