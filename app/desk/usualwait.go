package desk

import (
	"afterword/app/words"
	"afterword/assets"
)

// UsualWaits returns the published figures on how long employers take.
func (d *Desk) UsualWaits() []assets.Wait { return assets.Waits() }

// UsualWait says how long employers usually take, with source and year, for the
// quiet page of Today; "" when no figure is known.
func (d *Desk) UsualWait() string {
	all := assets.Waits()
	if len(all) == 0 {
		return ""
	}
	return assets.L("{{.Wait}} Source: {{.Source}}.", assets.Args{"Wait": words.Wait(all[0]), "Source": words.WaitSource(all[0])})
}
