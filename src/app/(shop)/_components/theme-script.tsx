const SCRIPT = `try{var t=localStorage.theme;if(t=="light"||t=="dark")document.documentElement.dataset.theme=t}catch(e){}if((navigator.connection||{}).saveData)document.documentElement.dataset.saveData=""`;

/** Before the first paint: the chosen theme, and no web font for who saves data. The site's only inline script. */
export function ThemeScript() {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant.
    <script dangerouslySetInnerHTML={{ __html: SCRIPT }} />
  );
}
