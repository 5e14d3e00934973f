export default { layout: "article.11ty.js", permalink: (data) => `${data.page.filePathStem}/` };
