/** Two people and what is between them. */
export const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 150 40" role="img" aria-label="Kith">
<g fill="none" stroke="#7fd1ae" stroke-width="4" stroke-linecap="round"><path d="M14 20h22"/></g>
<circle cx="12" cy="20" r="8" fill="#fff"/><circle cx="38" cy="20" r="8" fill="#7fd1ae"/>
<text x="58" y="29" font-family="system-ui,sans-serif" font-size="27" font-weight="600" fill="#fff">Kith</text></svg>`;
